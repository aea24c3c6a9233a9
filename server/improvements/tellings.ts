/**
 * Who is to be told of a release, and the telling: one notice per case, whatever it fixes for them.
 * Mails are fewer: channels write to an address once of each release.
 */
import { casesById, tellCustomers } from '../cases/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import type { Reader } from './problem.ts'

const atOnce = 100

interface Telling {
  releaseId: string
  caseId: string
}

export async function addTellings(tx: Tx, tellings: Telling[]): Promise<void> {
  if (tellings.length === 0) return
  await tx.db
    .insertInto('tellings')
    .values(
      tellings.map(({ releaseId, caseId }) => ({
        workspace_id: tx.workspaceId,
        release_id: releaseId,
        case_id: caseId,
        told_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'release_id', 'case_id']).doNothing(),
    )
    .execute()
}

/** Tells every customer who was not told yet, some cases in each transaction. */
export async function tellAll(ctx: Ctx, releaseId: string): Promise<void> {
  while ((await ctx.write((tx) => tellSome(tx, releaseId))) === atOnce);
}

/** Returns how many were looked at. Two who tell at once share the work. */
async function tellSome(tx: Tx, releaseId: string): Promise<number> {
  const release = await tx.db
    .selectFrom('releases')
    .select(['id', 'name', 'notes'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', releaseId)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  if (!release) return 0
  const waiting = await tx.db
    .selectFrom('tellings')
    .select('case_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('release_id', '=', releaseId)
    .where('told_at', 'is', null)
    .orderBy('case_id')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute()
  const caseIds = waiting.map(({ case_id }) => case_id)
  if (caseIds.length === 0) return 0
  const concerned = await casesFixedIn(tx, releaseId, caseIds)
  const strangers = caseIds.filter((id) => !concerned.has(id))
  if (strangers.length > 0)
    await tx.db
      .deleteFrom('tellings')
      .where('workspace_id', '=', tx.workspaceId)
      .where('release_id', '=', releaseId)
      .where('case_id', 'in', strangers)
      .execute()
  const told = caseIds.filter((id) => concerned.has(id))
  if (told.length === 0) return caseIds.length
  await tellCustomers(tx, told, {
    name: 'released',
    values: { releaseId, release: release.name, notes: release.notes },
  })
  await tx.db
    .updateTable('tellings')
    .set({ told_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('release_id', '=', releaseId)
    .where('case_id', 'in', told)
    .execute()
  return caseIds.length
}

/** A case that was taken back, or linked to another cause since, is not told. */
async function casesFixedIn(tx: Tx, releaseId: string, caseIds: string[]): Promise<Set<string>> {
  const cases = await casesById(tx, caseIds)
  const fixedIn = await releasesThatFixed(
    tx,
    [...cases.values()].flatMap(({ problem_id }) => problem_id ?? []),
  )
  return new Set(
    [...cases.values()]
      .filter(({ problem_id }) => fixedIn.get(problem_id ?? '') === releaseId)
      .map(({ id }) => id),
  )
}

/** Problem → the published release that fixed it. */
export async function releasesThatFixed(
  ctx: Reader,
  problemIds: string[],
): Promise<Map<string, string>> {
  if (problemIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('problems')
    .select(['id', 'fixed_in'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...new Set(problemIds)])
    .where('fixed_in', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, fixed_in }) => [id, fixed_in as string]))
}
