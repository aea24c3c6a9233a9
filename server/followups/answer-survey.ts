import type { InputOf } from '../../contract/endpoint.ts'
import type { answerSurvey as endpoint, InvitedSurvey } from '../../contract/followups.ts'
import { recordScore } from '../cases/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { alertTeam } from './alert-team.ts'
import { holdInvitation, invitationIdIn, loadInvitation, presentInvitation } from './invitation.ts'
import { stateOf } from './survey.ts'
import { surveyOf } from './survey-settings.ts'

/** A customer says whether it helped, once. If it did not, the case opens again for its team. */
export async function answerSurvey(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<InvitedSurvey> {
  const id = invitationIdIn(ctx, input.token)
  const { score, comment } = input
  const { lowScore } = await surveyOf(ctx)
  await ctx.write(async (tx) => {
    const held = await holdInvitation(tx, id)
    const state = stateOf(held, tx.now())
    if (state === 'answered') throw new Conflict('survey_answered')
    if (state !== 'open') throw new Conflict('survey_expired')
    await tx.db
      .updateTable('survey_invitations')
      .set({ score, comment, answered_at: tx.now() })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .execute()
    await recordScore(tx, held.case_id, { score, comment, at: tx.now() })
    tx.record('survey.answered', { caseId: held.case_id, invitationId: id, score })
    if (score <= lowScore) await alertTeam(tx, held.case_id, { score, comment })
  })
  return presentInvitation(ctx, await loadInvitation(ctx, id))
}
