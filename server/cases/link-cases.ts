import { sql } from 'kysely'
import type { Ctx, Tx } from '../platform/ctx.ts'
import type { Reader } from './case.ts'

/** A problem as cases show it. */
export interface LinkedProblem {
  id: string
  number: number
  title: string
}

const pageOfCases = 500

/**
 * Says that these cases have this cause. Returns the ids of the cases that changed; each is recorded as
 * `case.linked`. Ids that are not ours are left out: compare with `casesById`.
 *
 * Nobody says which version they saw: a cause is true of a case however it stands, and of two who name
 * one at once the later holds; both stand in the case.
 */
export async function linkCases(
  tx: Tx,
  caseIds: readonly string[],
  problem: LinkedProblem,
): Promise<string[]> {
  const held = await holdInOrder(tx, caseIds)
  return give(
    tx,
    held.filter((row) => row.problem_id !== problem.id),
    problem,
  )
}

/** Takes this cause off these cases; those that have another by now keep it. */
export async function unlinkCases(
  tx: Tx,
  caseIds: readonly string[],
  problemId: string,
): Promise<string[]> {
  const held = await holdInOrder(tx, caseIds)
  return give(
    tx,
    held.filter((row) => row.problem_id === problemId),
    null,
  )
}

async function give(
  tx: Tx,
  held: readonly { id: string }[],
  problem: LinkedProblem | null,
): Promise<string[]> {
  const ids = held.map(({ id }) => id)
  if (ids.length === 0) return []
  await tx.db
    .updateTable('cases')
    .set((eb) => ({
      problem_id: problem?.id ?? null,
      problem_number: problem?.number ?? null,
      problem_title: problem?.title ?? null,
      active_at: tx.now(),
      version: eb('version', '+', 1),
    }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute()
  for (const caseId of ids) tx.record('case.linked', { caseId, problemId: problem?.id ?? null })
  return ids
}

/** The problem is called something else now. */
export async function renameProblem(tx: Tx, problem: LinkedProblem): Promise<void> {
  await tx.db
    .updateTable('cases')
    .set({ problem_title: problem.title, problem_number: problem.number })
    .where('workspace_id', '=', tx.workspaceId)
    .where('problem_id', '=', problem.id)
    .where('problem_title', 'is distinct from', problem.title)
    .execute()
}

/** Cases of a problem, a page at a time, in the order of their ids. Go on after `next` until null. */
export async function caseIdsOfProblem(
  ctx: Reader,
  problemId: string,
  after: string | null = null,
): Promise<{ ids: string[]; next: string | null }> {
  const rows = await ctx.db
    .selectFrom('cases')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('problem_id', '=', problemId)
    .$if(after !== null, (query) => query.where('id', '>', after as string))
    .orderBy('id')
    .limit(pageOfCases)
    .execute()
  const ids = rows.map(({ id }) => id)
  return { ids, next: ids.length < pageOfCases ? null : (ids.at(-1) ?? null) }
}

/** Titles of the newest cases of each problem, at most so many of one. */
export async function titlesOfProblems(
  ctx: Reader,
  problemIds: readonly string[],
  most: number,
): Promise<Map<string, string[]>> {
  if (problemIds.length === 0) return new Map()
  const { rows } = await sql<{ problem_id: string; title: string }>`
    select p.problem_id, c.title
    from unnest(${[...problemIds]}::uuid[]) as p(problem_id)
    cross join lateral (
      select title from cases
      where workspace_id = ${ctx.workspaceId} and problem_id = p.problem_id
      order by opened_at desc limit ${most}
    ) c`.execute(ctx.db)
  const titles = new Map<string, string[]>()
  for (const { problem_id, title } of rows)
    titles.set(problem_id, [...(titles.get(problem_id) ?? []), title])
  return titles
}

/** What stands behind a problem. */
export interface ProblemWeight {
  cases: number
  customers: number
  firstSeenAt: Date | null
  lastSeenAt: Date | null
}

export async function weighProblems(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  problemIds: readonly string[],
): Promise<Map<string, ProblemWeight>> {
  if (problemIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('cases')
    .select((eb) => [
      'problem_id',
      eb.fn.countAll<number>().as('cases'),
      eb.fn.count<number>('customer_id').distinct().as('customers'),
      eb.fn.min('opened_at').as('first'),
      eb.fn.max('opened_at').as('last'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('problem_id', 'in', [...problemIds])
    .groupBy('problem_id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.problem_id as string,
      {
        cases: row.cases,
        customers: row.customers,
        firstSeenAt: row.first,
        lastSeenAt: row.last,
      },
    ]),
  )
}

/** In the order of their ids, so that two who link the same cases never wait in a circle. */
function holdInOrder(tx: Tx, caseIds: readonly string[]) {
  if (caseIds.length === 0) return Promise.resolve([])
  return tx.db
    .selectFrom('cases')
    .select(['id', 'problem_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...caseIds])
    .orderBy('id')
    .forUpdate()
    .execute()
}
