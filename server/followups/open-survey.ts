import type { InputOf } from '../../contract/endpoint.ts'
import type { openSurvey as endpoint, InvitedSurvey } from '../../contract/followups.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invitationIdIn, loadInvitation, presentInvitation } from './invitation.ts'

/** A customer opens the link of an invitation; looking answers nothing. */
export async function openSurvey(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<InvitedSurvey> {
  return presentInvitation(ctx, await loadInvitation(ctx, invitationIdIn(ctx, input.token)))
}
