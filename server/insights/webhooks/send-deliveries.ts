import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { type Outcome, post } from '../../platform/http/outgoing.ts'
import { signatureOf } from './sign.ts'
import type { WebhookDeliveriesTable } from './tables.ts'
import type { Webhook } from './webhook.ts'

type Delivery = Selectable<WebhookDeliveriesTable>

const minuteMs = 60_000
/** Waits between tries, in minutes; after the last it is given up: about a day in all. */
const waitsMinutes = [1, 5, 15, 60, 180, 360, 720]
/** Longer than any sender can be at one. */
const claimMs = 2 * minuteMs
const atOnce = 4

/**
 * Sends what waits, some at once, until nothing is due or patience ends. Each is put off before it is
 * sent, so that nobody else takes it meanwhile; one whose sender dies is sent again, under the same id.
 */
export async function sendDeliveries(ctx: Ctx, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const claimed = await claim(ctx)
    if (claimed.length === 0) return
    await Promise.all(claimed.map((delivery) => send(ctx, delivery)))
  }
}

async function claim(ctx: Ctx): Promise<(Delivery & { webhook: Webhook | undefined })[]> {
  const now = ctx.now()
  const rows = await ctx.db
    .with('next', (db) =>
      db
        .selectFrom('webhook_deliveries')
        .select('id')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', now)
        .orderBy('next_try_at')
        .limit(atOnce)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('webhook_deliveries')
    .set({ next_try_at: new Date(now.getTime() + claimMs) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', (eb) => eb.selectFrom('next').select('next.id'))
    .returningAll()
    .execute()
  if (rows.length === 0) return []
  const webhooks = await ctx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .execute()
  return rows.map((row) => ({ ...row, webhook: webhooks.find(({ id }) => id === row.webhook_id) }))
}

async function send(
  ctx: Ctx,
  { webhook, ...delivery }: Delivery & { webhook: Webhook | undefined },
): Promise<void> {
  if (!webhook) return
  const isOff = !webhook.active && delivery.type !== 'webhook.tested'
  const outcome: Outcome | null = isOff
    ? null
    : await post({
        url: webhook.url,
        body: delivery.body,
        headers: {
          'huiyin-id': delivery.event_id,
          'huiyin-event': delivery.type,
          'huiyin-signature': signatureOf(ctx.secret, webhook, delivery.body, ctx.now()),
        },
        private: ctx.config.privateWebhooks,
      })
  await settle(ctx, delivery, outcome)
}

/** Without an outcome it was turned off meanwhile, and is not sent at all. */
async function settle(ctx: Ctx, delivery: Delivery, outcome: Outcome | null): Promise<void> {
  const wait = delivery.type === 'webhook.tested' ? undefined : waitsMinutes[delivery.attempts]
  const isLater = outcome?.error && wait !== undefined
  const failed = isLater ? ('waiting' as const) : ('failed' as const)
  await ctx.write(async (tx) => {
    await tx.db
      .updateTable('webhook_deliveries')
      .set({
        state: outcome?.error === null ? 'sent' : failed,
        attempts: delivery.attempts + (outcome ? 1 : 0),
        status: outcome?.status ?? null,
        error: outcome ? outcome.error : 'turned_off',
        at: tx.now(),
        next_try_at: isLater ? new Date(tx.now().getTime() + wait * minuteMs) : null,
      })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', delivery.id)
      .where('state', '=', 'waiting')
      .execute()
    tx.record('webhook.delivered', { webhookId: delivery.webhook_id })
  })
}
