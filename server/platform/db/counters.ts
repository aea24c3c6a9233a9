import type { Tx } from '../ctx.ts'

/**
 * Takes the next `count` numbers of a sequence of the workspace and returns the first. The row stays
 * locked until the transaction ends, so take numbers last and in batches.
 */
export async function nextNumbers(tx: Tx, name: string, count: number): Promise<number> {
  const row = await tx.db
    .insertInto('counters')
    .values({ workspace_id: tx.workspaceId, name, value: count })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'name'])
        .doUpdateSet((eb) => ({ value: eb('counters.value', '+', count) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value - count + 1
}
