import { sql } from 'kysely'
import type { Tx } from '../platform/ctx.ts'

/** Of these cases, those whose customer is being told of a release and has not been reached yet. */
export async function casesToBeTold(tx: Tx, caseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('tellings')
    .select('case_id')
    .distinct()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .where('told_at', 'is', null)
    .execute()
  return new Set(rows.map(({ case_id }) => case_id))
}
