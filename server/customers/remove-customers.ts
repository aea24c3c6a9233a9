import type { Tx } from '../platform/ctx.ts'

/** Until nobody holds them; from then on they stay as they are until the transaction ends. */
export async function awaitCustomers(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.db
    .selectFrom('customers')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

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
