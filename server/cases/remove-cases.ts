import { removeCustomers } from '../customers/index.ts'
import { feedbackOfImport, removeFeedback } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { forgetReadings } from '../understanding/index.ts'

/**
 * Takes back up to `limit` feedback of an import with their cases and all that belongs to them: what
 * was said, what it meant, who said only that. Call until it returns 0, each time in a transaction of
 * its own. Each case is stated as `case.removed`.
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
  const caseIds = held.map(({ id }) => id)
  // Some may not have been given a case yet.
  const feedbackIds = [...new Set([...caseIds, ...(await feedbackOfImport(tx, importId, limit))])]
  if (feedbackIds.length === 0) return 0
  if (caseIds.length > 0) await removeCases(tx, caseIds)
  await forgetReadings(tx, feedbackIds)
  await removeFeedback(tx, { feedbackIds, caseIds })
  const customerIds = [...new Set(held.map((row) => row.customer_id))]
  await removeCustomers(tx, await withoutCases(tx, customerIds))
  await unsettleContacts(tx, customerIds)
  for (const caseId of caseIds) tx.record('case.removed', { caseId })
  return feedbackIds.length
}

async function removeCases(tx: Tx, caseIds: string[]): Promise<void> {
  await tx.db
    .deleteFrom('case_texts')
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
