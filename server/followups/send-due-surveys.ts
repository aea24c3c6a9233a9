import { type Case, casesById, offerSurvey } from '../cases/index.ts'
import { contactsOf } from '../customers/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { surveyToken } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import type { Invitation } from './invitation.ts'
import { expiresAt } from './survey.ts'
import { surveyOf } from './survey-settings.ts'

const atOnce = 100

/** Every minute: invitations that are due go out, or are cancelled when nobody is to be asked any more. */
export async function sendDueSurveys(platform: Platform): Promise<void> {
  const due = await platform.db
    .selectFrom('survey_invitations')
    .select('workspace_id')
    .distinct()
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('due_at', '<=', platform.now())
    .execute()
  for (const { workspace_id } of due)
    await sendAll(platform.ctx(workspace_id)).catch((error: unknown) =>
      platform.log.error({ err: error, workspaceId: workspace_id }, 'due surveys'),
    )
}

async function sendAll(ctx: Ctx): Promise<void> {
  const { active } = await surveyOf(ctx)
  while ((await ctx.write((tx) => sendSome(tx, active))) === atOnce);
}

async function sendSome(tx: Tx, active: boolean): Promise<number> {
  const due = await tx.db
    .selectFrom('survey_invitations')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('due_at', '<=', tx.now())
    .orderBy('case_id')
    .orderBy('closed_at')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute()
  if (due.length === 0) return 0
  const cases = await casesById(
    tx,
    due.map(({ case_id }) => case_id),
  )
  const contacts = await contactsOf(
    tx,
    [...cases.values()].map(({ customer_id }) => customer_id),
  )
  const stands = (invitation: Invitation) => {
    const found = cases.get(invitation.case_id)
    if (!active || !found || contacts.get(found.customer_id)?.surveysDeclined) return false
    return found.closed_at?.getTime() === invitation.closed_at.getTime()
  }
  await cancel(
    tx,
    due.filter((invitation) => !stands(invitation)),
  )
  for (const invitation of due.filter(stands))
    await send(tx, invitation, cases.get(invitation.case_id) as Case)
  return due.length
}

async function cancel(tx: Tx, invitations: Invitation[]): Promise<void> {
  if (invitations.length === 0) return
  await tx.db
    .updateTable('survey_invitations')
    .set({ cancelled_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where(
      'id',
      'in',
      invitations.map(({ id }) => id),
    )
    .execute()
}

/** The track page shows it from now on; a mail follows (mail-surveys.ts). */
async function send(tx: Tx, invitation: Invitation, found: Case): Promise<void> {
  const until = expiresAt(tx.now(), invitation.open_days)
  await tx.db
    .updateTable('survey_invitations')
    .set({ expired_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', '=', invitation.case_id)
    .where('sent_at', 'is not', null)
    .where('answered_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('expired_at', 'is', null)
    .execute()
  await tx.db
    .updateTable('survey_invitations')
    .set({ sent_at: tx.now(), expires_at: until, customer_id: found.customer_id })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', invitation.id)
    .execute()
  await offerSurvey(tx, invitation.case_id, {
    token: surveyToken(tx.secret, tx.workspaceId, invitation.id),
    until,
  })
  tx.record('survey.due', { caseId: invitation.case_id, invitationId: invitation.id })
}
