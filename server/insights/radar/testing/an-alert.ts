/** Builder for tests: an alert about some cases, as a look would have raised it. */
import { gatherCases } from '../../../cases/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { json } from '../../../platform/db/database.ts'
import type { Found } from '../found.ts'
import '../tables.ts'

export async function anAlert(
  ctx: Ctx,
  caseIds: readonly string[],
  { watched = 'all', found = {} }: { watched?: string; found?: Partial<Found> } = {},
): Promise<string> {
  const id = ctx.newId()
  const now = ctx.now()
  const figures: Found = {
    ...{ minutes: 60, seen: 20, usual: 2, chance: 1e-12, cases: caseIds.length },
    ...{ customers: caseIds.length, orders: 0, amount: 0, cause: null, words: [], also: [] },
    ...found,
  }
  await ctx.write(async (tx) => {
    await tx.db
      .insertInto('alerts')
      .values({
        workspace_id: tx.workspaceId,
        id,
        watched,
        state: 'raised',
        began_at: new Date(now.getTime() - 3_600_000),
        raised_at: now,
        seen_at: now,
        found: json(figures),
      })
      .execute()
    await gatherCases(tx, id, caseIds)
    tx.record('alert.raised', { alertId: id })
  })
  return id
}
