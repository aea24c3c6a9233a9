import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type { listWebhookDeliveries as endpoint } from '../../../contract/webhooks.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { presentWebhook } from './webhook.ts'

const most = 50

/** What was sent there lately, and how it went, the newest first. */
export async function listWebhookDeliveries(
  ctx: Ctx,
  { webhookId }: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  await presentWebhook(ctx, webhookId)
  const rows = await ctx.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return {
    items: rows.map(({ id, type, state, attempts, status, error, at, next_try_at }) => ({
      ...{ id, type, state, attempts, status, error },
      at: at.toISOString(),
      nextTryAt: next_try_at?.toISOString() ?? null,
    })),
  }
}
