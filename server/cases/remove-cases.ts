import { forgetTexts } from '../assistant/index.ts'
import { awaitCustomers, removeCustomers } from '../customers/index.ts'
import { feedbackOfImport, removeFeedback } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { forgetReadings } from '../understanding/index.ts'

/**
 * Takes back up to `limit` cases of an import and all that belongs to them: what was said, what it
 * meant, who said only that; when no cases are left, feedback that was not given one. Call until it
 * returns 0, each time in a transaction of its own. Each case is stated as `case.removed`.
 *
 * Cases are held first, then their customers, then what was said: the order of the nights that erase
 * contact details (erase-contacts.ts), so that neither waits for the other in a circle. Feedback without
 * a case goes apart: who is just opening one holds it before the customer.
 */
export async function removeCasesOfImport(
  tx: Tx,
  importId: string,
  limit: number,
): Promise<number> {
  const held = await tx.db
    .selectFrom('cases')
    .select(['id', 'customer_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('import_id', '=', importId)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
  if (held.length === 0) return removeFeedbackWithoutCase(tx, importId, limit)
  const caseIds = held.map(({ id }) => id)
  const customerIds = [...new Set(held.map((row) => row.customer_id))]
  await awaitCustomers(tx, customerIds)
  await removeCases(tx, caseIds)
  await forgetReadings(tx, caseIds)
  await forgetTexts(tx, { caseIds, aboutIds: caseIds })
  await removeFeedback(tx, { feedbackIds: caseIds, caseIds })
  await removeCustomers(tx, await withoutCases(tx, customerIds))
  await unsettleContacts(tx, customerIds)
  for (const caseId of caseIds) tx.record('case.removed', { caseId })
  return caseIds.length
}

async function removeFeedbackWithoutCase(tx: Tx, importId: string, limit: number): Promise<number> {
  const feedbackIds = await feedbackOfImport(tx, importId, limit)
  await forgetReadings(tx, feedbackIds)
  await forgetTexts(tx, { aboutIds: feedbackIds })
  await removeFeedback(tx, { feedbackIds, caseIds: [] })
  return feedbackIds.length
}

async function removeCases(tx: Tx, caseIds: string[]): Promise<void> {
  for (const table of ['case_texts', 'gathered_cases'] as const)
    await tx.db
      .deleteFrom(table)
      .where('workspace_id', '=', tx.workspaceId)
      .where('case_id', 'in', caseIds)
      .execute()
  await tx.db
    .deleteFrom('cases')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', caseIds)
    .execute()
}

/** Customers known only from what was taken back. */
async function withoutCases(tx: Tx, customerIds: string[]): Promise<string[]> {
  if (customerIds.length === 0) return []
  const still = await tx.db
    .selectFrom('cases')
    .select('customer_id')
    .distinct()
    .where('workspace_id', '=', tx.workspaceId)
    .where('customer_id', 'in', customerIds)
    .execute()
  const kept = new Set(still.map(({ customer_id }) => customer_id))
  return customerIds.filter((id) => !kept.has(id))
}

/** What went may have been the reason to keep a customer's contact details: the night looks again. */
async function unsettleContacts(tx: Tx, customerIds: string[]): Promise<void> {
  if (customerIds.length === 0) return
  await tx.db
    .updateTable('cases')
    .set({ contacts_settled_at: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('customer_id', 'in', customerIds)
    .where('contacts_settled_at', 'is not', null)
    .execute()
}
