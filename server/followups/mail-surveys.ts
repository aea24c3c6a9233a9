import { deliver } from '../channels/index.ts'
import { reaction } from '../platform/events/reactions.ts'
import { stateOf } from './survey.ts'

/** A survey waits for a customer: they get a mail too, where one reaches them. */
export const mailSurveys = reaction<'survey.due'>({
  name: 'followups.mailSurveys',
  run: async (ctx, events) => {
    const invitations = await ctx.db
      .selectFrom('survey_invitations')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where(
        'id',
        'in',
        events.map(({ data }) => data.invitationId),
      )
      .execute()
    await deliver(
      ctx,
      invitations
        .filter((invitation) => stateOf(invitation, ctx.now()) === 'open')
        .map(({ id, case_id, customer_id, questions }) => ({
          what: 'survey',
          aboutId: id,
          caseId: case_id,
          customerId: customer_id,
          questions: { score: questions.score, scoreEn: questions.scoreEn },
        })),
    )
  },
})
