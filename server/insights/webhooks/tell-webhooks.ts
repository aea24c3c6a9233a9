import type { WebhookType } from '../../../contract/webhooks.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Recorded, reaction } from '../../platform/events/reactions.ts'
import { loadSettings } from '../../workspaces/index.ts'
import { presentAlert } from '../radar/present-alerts.ts'
import { sendDeliveries } from './send-deliveries.ts'

type Told = Exclude<WebhookType, 'webhook.tested'>

/** How long one reaction goes on sending; the minute's round takes the rest. */
const patienceMs = 8000

/** What becomes of alerts is told to the operator's own systems. */
export const tellWebhooks = reaction<Told>({
  name: 'insights.tellWebhooks',
  async run(ctx, events) {
    // What the sample makes up is nothing to wake anybody for.
    if ((await loadSettings(ctx)).sample) return
    for (const event of events) await keep(ctx, event, await bodyOf(ctx, event), { active: true })
    await sendDeliveries(ctx, patienceMs)
  },
})

/** Somebody wants to see whether it arrives. */
export const testWebhooks = reaction<'webhook.tested'>({
  name: 'insights.testWebhooks',
  async run(ctx, events) {
    for (const event of events) {
      const { slug } = await loadSettings(ctx)
      const body = { id: event.id, type: event.type, at: event.at.toISOString(), workspace: slug }
      await keep(ctx, event, body, { id: event.data.webhookId })
    }
    await sendDeliveries(ctx, patienceMs)
  },
})

async function bodyOf(ctx: Ctx, event: Recorded<Told>): Promise<object> {
  const { slug } = await loadSettings(ctx)
  const { can: _, behind: _behind, ...alert } = await presentAlert(ctx, event.data.alertId)
  const { publicUrl } = ctx.config
  return {
    id: event.id,
    type: event.type,
    at: event.at.toISOString(),
    workspace: slug,
    url: publicUrl && `${publicUrl}/console/w/${slug}/radar/${alert.id}`,
    alert,
  }
}

/** Once per event and webhook, however often the reaction runs. */
async function keep(
  ctx: Ctx,
  event: Recorded<WebhookType>,
  body: object,
  which: { active?: true; id?: string },
): Promise<void> {
  let query = ctx.db.selectFrom('webhooks').select('id').where('workspace_id', '=', ctx.workspaceId)
  if (which.active) query = query.where('active', '=', true)
  if (which.id) query = query.where('id', '=', which.id)
  const webhooks = await query.execute()
  if (webhooks.length === 0) return
  await ctx.db
    .insertInto('webhook_deliveries')
    .values(
      webhooks.map(({ id }) => ({
        workspace_id: ctx.workspaceId,
        id: ctx.newId(),
        webhook_id: id,
        event_id: event.id,
        type: event.type,
        body: JSON.stringify(body),
        state: 'waiting' as const,
        attempts: 0,
        status: null,
        error: null,
        at: ctx.now(),
        next_try_at: ctx.now(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
