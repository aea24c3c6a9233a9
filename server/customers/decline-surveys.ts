import type { Tx } from '../platform/ctx.ts'

/** The customer never wants to be surveyed again; saying it twice changes nothing. */
export async function declineSurveys(tx: Tx, customerId: string): Promise<void> {
  await tx.db
    .updateTable('customers')
    .set({ surveys_declined_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', customerId)
    .where('surveys_declined_at', 'is', null)
    .execute()
}
