import { sql } from 'kysely'
import type { Tx } from '../../platform/ctx.ts'

/** Cases of which a mail has not left yet. */
export async function casesWithWaitingMail(
  tx: Tx,
  caseIds: readonly string[],
): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('deliveries')
    .select('case_id')
    .distinct()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .where('by', '=', 'mail')
    .where('state', '=', 'waiting')
    .execute()
  return new Set(rows.map(({ case_id }) => case_id))
}

/** Where mails of these cases went to is forgotten. */
export async function eraseAddressees(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  await tx.db
    .updateTable('deliveries')
    .set({ to_hash: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .where('to_hash', 'is not', null)
    .execute()
}

/** What waits to be mailed about these cases does not leave any more. */
export async function dropWaitingMails(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  await tx.db
    .deleteFrom('deliveries')
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .where('by', '=', 'mail')
    .where('state', '=', 'waiting')
    .execute()
}
