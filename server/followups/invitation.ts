/** An invitation as a customer opens it: found by its link, shown as it stands. */
import type { Selectable } from 'kysely'
import type { InvitedSurvey } from '../../contract/followups.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { idInToken } from '../platform/ids.ts'
import { loadSettings } from '../workspaces/index.ts'
import { stateOf } from './survey.ts'
import type { SurveyInvitationsTable } from './tables.ts'

export type Invitation = Selectable<SurveyInvitationsTable>

/** The id in a link that we made for this workspace. */
export function invitationIdIn(ctx: Pick<Ctx, 'secret' | 'workspaceId'>, token: string): string {
  const id = idInToken(ctx.secret, 'survey', ctx.workspaceId, token)
  if (id === null) throw new NotFound()
  return id
}

export async function loadInvitation(
  ctx: Pick<Ctx, 'db' | 'workspaceId'>,
  id: string,
): Promise<Invitation> {
  const found = await select(ctx, id).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** Whoever else answers it meanwhile waits, and then finds it answered. */
export async function holdInvitation(tx: Tx, id: string): Promise<Invitation> {
  const found = await select(tx, id).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

export async function presentInvitation(ctx: Ctx, invitation: Invitation): Promise<InvitedSurvey> {
  const { name } = await loadSettings(ctx)
  return {
    workspaceName: name,
    number: invitation.number,
    scoreQuestion: invitation.questions.score,
    scoreQuestionEn: invitation.questions.scoreEn,
    openQuestion: invitation.questions.open,
    openQuestionEn: invitation.questions.openEn,
    state: stateOf(invitation, ctx.now()),
    score: invitation.score,
    expiresAt: (invitation.expires_at ?? invitation.due_at).toISOString(),
  }
}

function select(ctx: Pick<Ctx, 'db' | 'workspaceId'>, id: string) {
  return ctx.db
    .selectFrom('survey_invitations')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
}
