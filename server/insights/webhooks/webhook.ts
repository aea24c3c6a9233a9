/** A webhook as a row: finding it, showing it. */
import { type Selectable, sql } from 'kysely'
import type { WebhookView } from '../../../contract/webhooks.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { faultOfUrl } from '../../platform/http/outgoing.ts'
import { oldSecretUntil } from './sign.ts'
import type { WebhooksTable } from './tables.ts'

export type Webhook = Selectable<WebhooksTable>

export async function holdWebhook(tx: Tx, webhookId: string): Promise<Webhook> {
  const found = await tx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', webhookId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

export async function presentWebhooks(ctx: Ctx): Promise<WebhookView[]> {
  const [rows, last] = await Promise.all([
    ctx.db
      .selectFrom('webhooks')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('id')
      .execute(),
    lastSent(ctx),
  ])
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    active: row.active,
    oldSecretUntil: oldSecretUntil(row, ctx.now())?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    lastSent: last.get(row.id) ?? null,
  }))
}

export async function presentWebhook(ctx: Ctx, webhookId: string): Promise<WebhookView> {
  const found = (await presentWebhooks(ctx)).find(({ id }) => id === webhookId)
  if (!found) throw new NotFound()
  return found
}

/** What can be seen to be wrong before anything is sent. */
export function refuseUrl(ctx: Ctx, url: string): void {
  const fault = faultOfUrl(url, { private: ctx.config.privateWebhooks })
  if (fault) throw new Invalid(fault, 'url')
}

async function lastSent(ctx: Ctx): Promise<Map<string, NonNullable<WebhookView['lastSent']>>> {
  const { rows } = await sql<{ webhook_id: string; at: Date; state: string }>`
    select distinct on (webhook_id) webhook_id, at, state from webhook_deliveries
    where workspace_id = ${ctx.workspaceId}::uuid and attempts > 0 order by webhook_id, id desc`.execute(
    ctx.db,
  )
  return new Map(
    rows.map(({ webhook_id, at, state }) => [
      webhook_id,
      { at: at.toISOString(), ok: state === 'sent' },
    ]),
  )
}
