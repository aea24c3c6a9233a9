import type { Tx } from '../platform/ctx.ts'

/** Forgets customers and every way they were known. The caller has removed their cases before. */
export async function removeCustomers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .deleteFrom('identities')
    .where('workspace_id', '=', tx.workspaceId)
    .where('customer_id', 'in', [...ids])
    .execute()
  await tx.db
    .deleteFrom('customers')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .execute()
}
