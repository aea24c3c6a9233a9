import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { eraseCustomer as endpoint } from '../../contract/erasure.ts'
import { dropWaitingMails } from '../channels/index.ts'
import { awaitCustomers } from '../customers/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'
import { removeReleased } from '../platform/files/remove-unattached.ts'
import { loadSettings } from '../workspaces/index.ts'
import { type Case, loadCase } from './case.ts'
import { eraseEverywhere } from './erase-everywhere.ts'
import { redactCases } from './redact-cases.ts'
import { showCase } from './show-case.ts'

/**
 * A customer asked to have deleted what is known of them, and a member does so for good: contact details
 * everywhere at once, and all that was said in the chosen cases.
 */
export async function eraseCustomer(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<CaseDetail> {
  const { caseId, caseIds, reason } = input
  const { locale } = await loadSettings(ctx)
  const files = await ctx.write(async (tx) => {
    const { customer_id: customerId } = await loadCase(tx, caseId)
    // Cases first, then their customer: the order of the nights (erase-contacts.ts).
    const all = await holdCasesOf(tx, customerId)
    await awaitCustomers(tx, [customerId])
    const chosen = all.filter(({ id }) => caseIds.includes(id))
    if (chosen.length < new Set(caseIds).size) throw new Invalid('case_not_theirs', 'caseIds')
    await eraseEverywhere(tx, [customerId], all, { asked: true })
    await dropWaitingMails(
      tx,
      all.map(({ id }) => id),
    )
    return redactCases(tx, chosen, { reason, locale })
  })
  await removeReleased(ctx, files)
  return showCase(ctx, { caseId })
}

async function holdCasesOf(tx: Tx, customerId: string): Promise<Case[]> {
  return tx.db
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .forUpdate()
    .execute()
}
