import type { InputOf } from '../../contract/endpoint.ts'
import type { declineSurvey as endpoint, InvitedSurvey } from '../../contract/followups.ts'
import { casesById, withdrawSurvey } from '../cases/index.ts'
import { declineSurveys } from '../customers/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { holdInvitation, invitationIdIn, loadInvitation, presentInvitation } from './invitation.ts'

/** A customer does not want to be asked: not about this, and never again. */
export async function declineSurvey(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<InvitedSurvey> {
  const id = invitationIdIn(ctx, input.token)
  await ctx.write(async (tx) => {
    const held = await holdInvitation(tx, id)
    if (held.answered_at) throw new Conflict('survey_answered')
    if (held.declined_at) return
    const found = (await casesById(tx, [held.case_id])).get(held.case_id)
    const customerId = found?.customer_id ?? held.customer_id
    await declineSurveys(tx, customerId)
    const caseIds = await declineAll(tx, held.id, customerId)
    for (const caseId of caseIds) await withdrawSurvey(tx, caseId)
    tx.record('survey.declined', { caseId: held.case_id, invitationId: held.id })
  })
  return presentInvitation(ctx, await loadInvitation(ctx, id))
}

/** Every survey that still waits for this customer; returns their cases. */
async function declineAll(tx: Tx, id: string, customerId: string): Promise<string[]> {
  const rows = await tx.db
    .updateTable('survey_invitations')
    .set({ declined_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('answered_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where((eb) => eb.or([eb('id', '=', id), eb('customer_id', '=', customerId)]))
    .returning('case_id')
    .execute()
  return [...new Set(rows.map(({ case_id }) => case_id))].sort()
}
