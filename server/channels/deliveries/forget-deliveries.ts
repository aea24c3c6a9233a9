import type { Ctx } from '../../platform/ctx.ts'
import { reaction } from '../../platform/events/reactions.ts'

/** A case was taken back with its import: nothing more leaves for it. */
export const forgetDeliveries = reaction<'case.removed'>({
  name: 'channels.forgetDeliveries',
  run: async (ctx: Ctx, events) => {
    await ctx.db
      .deleteFrom('deliveries')
      .where('workspace_id', '=', ctx.workspaceId)
      .where(
        'case_id',
        'in',
        events.map(({ data }) => data.caseId),
      )
      .execute()
  },
})
