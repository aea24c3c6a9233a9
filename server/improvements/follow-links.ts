import { casesById, weighProblems } from '../cases/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { type Recorded, reaction } from '../platform/events/reactions.ts'

type Linked = 'case.linked' | 'case.removed'

/** Cases were linked, unlinked or taken back: their problems are counted again. */
export const followLinks = reaction<Linked>({
  name: 'improvements.followLinks',
  run: async (ctx, events: Recorded<Linked>[]) => {
    const caseIds = events.map(({ data }) => data.caseId)
    await ctx.write(async (tx) => {
      await countAgain(tx, caseIds)
      await forgetTellings(tx, caseIds)
    })
  },
})

/** Of cases that were taken back nobody is told, nor was told for the count. */
async function forgetTellings(tx: Tx, caseIds: readonly string[]): Promise<void> {
  const cases = await casesById(tx, caseIds)
  const gone = caseIds.filter((id) => !cases.has(id))
  if (gone.length === 0) return
  await tx.db
    .deleteFrom('tellings')
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', 'in', gone)
    .execute()
}

/**
 * Looks which problem these cases show now and which they counted towards, and counts all of those
 * anew. Whoever counts the same problem meanwhile waits, so the later count has seen the earlier.
 */
export async function countAgain(tx: Tx, caseIds: readonly string[]): Promise<void> {
  const ids = [...new Set(caseIds)]
  if (ids.length === 0) return
  const before = await counted(tx, ids)
  const now = await problemsNow(tx, ids)
  const problemIds = [...new Set([...before.values(), ...now.values()])].sort()
  if (problemIds.length === 0) return
  await tx.db
    .selectFrom('problems')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', problemIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  // Looked at again: it may have changed while we waited.
  await remember(tx, ids, await problemsNow(tx, ids))
  await weigh(tx, problemIds)
}

async function counted(tx: Tx, caseIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('problem_cases')
    .select(['case_id', 'problem_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', 'in', caseIds)
    .execute()
  return new Map(rows.map(({ case_id, problem_id }) => [case_id, problem_id]))
}

async function problemsNow(tx: Tx, caseIds: string[]): Promise<Map<string, string>> {
  const cases = await casesById(tx, caseIds)
  return new Map(
    [...cases.values()].flatMap(({ id, problem_id }) => (problem_id ? [[id, problem_id]] : [])),
  )
}

async function remember(tx: Tx, caseIds: string[], now: Map<string, string>): Promise<void> {
  const unlinked = caseIds.filter((id) => !now.has(id))
  if (unlinked.length > 0)
    await tx.db
      .deleteFrom('problem_cases')
      .where('workspace_id', '=', tx.workspaceId)
      .where('case_id', 'in', unlinked)
      .execute()
  if (now.size === 0) return
  await tx.db
    .insertInto('problem_cases')
    .values(
      [...now]
        .sort()
        .map(([case_id, problem_id]) => ({ workspace_id: tx.workspaceId, case_id, problem_id })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'case_id'])
        .doUpdateSet((eb) => ({ problem_id: eb.ref('excluded.problem_id') })),
    )
    .execute()
}

async function weigh(tx: Tx, problemIds: string[]): Promise<void> {
  const weights = await weighProblems(tx, problemIds)
  for (const id of problemIds) {
    const weight = weights.get(id)
    await tx.db
      .updateTable('problems')
      .set({
        cases: weight?.cases ?? 0,
        customers: weight?.customers ?? 0,
        first_seen_at: weight?.firstSeenAt ?? null,
        last_seen_at: weight?.lastSeenAt ?? null,
      })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .execute()
  }
}
