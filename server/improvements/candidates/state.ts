/** Who changes groups does so one at a time in each workspace, and leaves a stamp on what changed. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/ctx.ts'
import type { Reader } from '../problem.ts'

export interface GroupingState {
  stamp: number
  epoch: number
}

const unborn: GroupingState = { stamp: 0, epoch: 0 }

export async function readState(ctx: Reader): Promise<GroupingState> {
  const found = await ctx.db
    .selectFrom('grouping_states')
    .select(['stamp', 'epoch'])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
  return found ?? unborn
}

/**
 * Waits for whoever is at the groups of this workspace, and takes the next stamp, to be left on every
 * print that changes in this transaction.
 */
export async function holdGroups(tx: Tx): Promise<GroupingState> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`groups ${tx.workspaceId}`}, 0))`.execute(
    tx.db,
  )
  const { arranged_at, ...state } = await tx.db
    .insertInto('grouping_states')
    .values({ workspace_id: tx.workspaceId, stamp: 1, arranged_at: null })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet((eb) => ({
        stamp: eb('grouping_states.stamp', '+', 1),
      })),
    )
    .returning(['stamp', 'epoch', 'arranged_at'])
    .executeTakeFirstOrThrow()
  if (arranged_at === null) await wantThePast(tx)
  return state
}

/** The first time: what was there before is grouped as well. */
async function wantThePast(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('grouping_states')
    .set({ arranged_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .execute()
  tx.record('candidates.wanted', {})
}

/** Something was taken away or unsaid: whoever remembers the groups reads them anew. */
export async function startEpoch(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('grouping_states')
    .set((eb) => ({ epoch: eb('epoch', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .execute()
}
