import type { MessageView } from '../../../contract/cases.ts'
import type { Ctx } from '../../platform/ctx.ts'

export type DeliveryView = MessageView['deliveries'][number]

/** How messages reached their customers, by message id. */
export async function deliveriesOf(
  ctx: Pick<Ctx, 'db' | 'workspaceId'>,
  messageIds: readonly string[],
): Promise<Map<string, DeliveryView[]>> {
  const found = new Map<string, DeliveryView[]>()
  if (messageIds.length === 0) return found
  const rows = await ctx.db
    .selectFrom('deliveries')
    .select(['about_id', 'by', 'state', 'error', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('about_id', 'in', [...messageIds])
    .orderBy('by', 'desc')
    .execute()
  for (const { about_id, by, state, error, at } of rows)
    found.set(about_id, [
      ...(found.get(about_id) ?? []),
      { by, state, error, at: at.toISOString() },
    ])
  return found
}
