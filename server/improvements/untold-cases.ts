import { sql } from 'kysely'
import { leavesWithinMs } from '../channels/index.ts'
import type { Tx } from '../platform/ctx.ts'

/** Of these cases, those whose customer is to be told of a release that is out, or is just being told. */
export async function casesToBeTold(tx: Tx, caseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('tellings')
    .select('case_id')
    .distinct()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .where((eb) =>
      eb.or([
        eb('told_at', 'is', null),
        eb('told_at', '>', new Date(tx.now().getTime() - leavesWithinMs)),
      ]),
    )
    .execute()
  return new Set(rows.map(({ case_id }) => case_id))
}
