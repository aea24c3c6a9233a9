import { casesById } from '../cases/index.ts'
import { type Recorded, reaction } from '../platform/events/reactions.ts'

type Undone = 'case.reopened' | 'case.removed'

/**
 * A closing that no longer stands is not asked about: its invitation is cancelled unless it went out
 * already. Invitations of cases that were taken back are forgotten.
 */
export const cancelInvitations = reaction<Undone>({
  name: 'followups.cancelInvitations',
  run: async (ctx, events: Recorded<Undone>[]) => {
    const ids = [...new Set(events.map(({ data }) => data.caseId))]
    const cases = await casesById(ctx, ids)
    const gone = ids.filter((id) => !cases.has(id))
    if (gone.length > 0)
      await ctx.db
        .deleteFrom('survey_invitations')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('case_id', 'in', gone)
        .execute()
    // A later closing has an invitation of its own, which stays.
    const standing = [...cases.values()].filter(({ closed_at }) => closed_at !== null)
    const left = [...cases.keys()]
    if (left.length === 0) return
    await ctx.db
      .updateTable('survey_invitations')
      .set({ cancelled_at: ctx.now() })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('case_id', 'in', left)
      .where('sent_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where((eb) =>
        eb.not(
          eb.or(
            standing.map(({ id, closed_at }) =>
              eb.and([eb('case_id', '=', id), eb('closed_at', '=', closed_at as Date)]),
            ),
          ),
        ),
      )
      .execute()
  },
})
