import { sql } from 'kysely'
import type { Ctx, Tx } from '../platform/ctx.ts'

/**
 * Holds these cases together under an id of the caller's own, such as that of an alert, and lets go of
 * others it held before: the list can then be narrowed to them.
 */
export async function gatherCases(
  tx: Tx,
  gatheringId: string,
  caseIds: readonly string[],
): Promise<void> {
  await tx.db
    .deleteFrom('gathered_cases')
    .where('workspace_id', '=', tx.workspaceId)
    .where('gathering_id', '=', gatheringId)
    .where(sql<boolean>`not case_id = any(${[...caseIds]}::uuid[])`)
    .execute()
  await sql`
    insert into gathered_cases (workspace_id, gathering_id, case_id)
    select workspace_id, ${gatheringId}::uuid, id from cases
    where workspace_id = ${tx.workspaceId}::uuid and id = any(${[...caseIds]}::uuid[])
    on conflict do nothing`.execute(tx.db)
}

/** Of a gathering, the ids of its cases. */
export async function gatheredCases(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  gatheringId: string,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('gathered_cases')
    .select('case_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('gathering_id', '=', gatheringId)
    .orderBy('case_id')
    .execute()
  return rows.map(({ case_id }) => case_id)
}
