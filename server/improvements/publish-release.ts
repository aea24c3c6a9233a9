import type { InputOf } from '../../contract/endpoint.ts'
import type { publishRelease as endpoint, ReleaseView } from '../../contract/improvements.ts'
import { caseIdsOfProblem } from '../cases/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { holdDraft, presentRelease } from './release.ts'
import { addTellings } from './tellings.ts'

/** It reached customers: its problems are fixed, and everyone who asked is told. */
export async function publishRelease(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReleaseView> {
  await ctx.write(async (tx) => {
    const { id } = await holdDraft(tx, input.releaseId)
    const fixed = await fix(tx, id)
    if (fixed.length === 0) throw new Conflict('nothing_fixed')
    await tx.db
      .updateTable('releases')
      .set({ published_at: tx.now() })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .execute()
    for (const problemId of fixed) {
      let after: string | null = null
      do {
        const page = await caseIdsOfProblem(tx, problemId, after)
        await addTellings(
          tx,
          page.ids.map((caseId) => ({ releaseId: id, caseId })),
        )
        after = page.next
      } while (after !== null)
      tx.record('problem.changed', { problemId })
    }
    tx.record('release.published', { releaseId: id })
  })
  return presentRelease(ctx, input.releaseId)
}

/** What an earlier release has fixed stays its merit, and is told once. */
async function fix(tx: Tx, releaseId: string): Promise<string[]> {
  const open = await tx.db
    .selectFrom('problems')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '<>', 'fixed')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('release_problems')
        .select('problem_id')
        .where('workspace_id', '=', tx.workspaceId)
        .where('release_id', '=', releaseId),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  const ids = open.map(({ id }) => id)
  if (ids.length === 0) return []
  await tx.db
    .updateTable('problems')
    .set({ state: 'fixed', fixed_in: releaseId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute()
  return ids
}
