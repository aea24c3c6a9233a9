import { removeCustomers } from '../customers/index.ts'
import { removeFeedback } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { forgetReadings } from '../understanding/index.ts'

/**
 * Takes back up to `limit` cases of an import with all that belongs to them: what was said, what it
 * meant, who said only that. Call until it returns 0, each time in a transaction of its own.
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
  if (held.length === 0) return 0
  const caseIds = held.map(({ id }) => id)
  const joined = await tx.db
    .deleteFrom('case_feedback')
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', 'in', caseIds)
    .returning('feedback_id')
    .execute()
  const feedbackIds = [...caseIds, ...joined.map(({ feedback_id }) => feedback_id)]
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
  await forgetReadings(tx, feedbackIds)
  await removeFeedback(tx, { feedbackIds, caseIds })
  await removeCustomers(
    tx,
    await withoutCases(tx, [...new Set(held.map((row) => row.customer_id))]),
  )
  for (const caseId of caseIds) tx.record('case.removed', { caseId })
  return caseIds.length
}

/** Customers known only from what was taken back. */
async function withoutCases(tx: Tx, customerIds: string[]): Promise<string[]> {
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
