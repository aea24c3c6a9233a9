import { casesById } from '../cases/index.ts'
import { reaction } from '../platform/events/reactions.ts'

/**
 * What was said in a case was deleted at the customer's request: so is what they wrote in its surveys, and
 * what has not gone out, or was not answered, never will be. Scores stay: they are figures.
 */
export const forgetAnswers = reaction<'case.redacted'>({
  name: 'followups.forgetAnswers',
  run: async (ctx, events) => {
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    for (const { id, redacted_at } of cases.values()) {
      if (redacted_at === null) continue
      const ofCase = ctx.db
        .updateTable('survey_invitations')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('case_id', '=', id)
        .where('closed_at', '<=', redacted_at)
      await ofCase.set({ comment: '' }).where('comment', 'is not', null).execute()
      await ofCase
        .set({ cancelled_at: ctx.now() })
        .where('answered_at', 'is', null)
        .where('cancelled_at', 'is', null)
        .execute()
    }
  },
})
