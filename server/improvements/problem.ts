/** A problem as a row: finding it, holding it while something is decided, showing it. */
import type { Selectable } from 'kysely'
import type { ProblemView } from '../../contract/improvements.ts'
import type { LinkedProblem } from '../cases/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { membersById } from '../workspaces/index.ts'
import type { ProblemsTable } from './tables.ts'

export type Problem = Selectable<ProblemsTable>
/** A Ctx or a Tx. */
export type Reader = Pick<Ctx, 'workspaceId' | 'db'>

export async function loadProblem(ctx: Reader, problemId: string): Promise<Problem> {
  const found = await select(ctx, problemId).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

export async function holdProblem(tx: Tx, problemId: string): Promise<Problem> {
  const found = await select(tx, problemId).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** As cases carry it. */
export function linked({ id, number, title }: Problem): LinkedProblem {
  return { id, number, title }
}

export async function presentProblems(ctx: Reader, problems: Problem[]): Promise<ProblemView[]> {
  if (problems.length === 0) return []
  const [owners, releases] = await Promise.all([
    membersById(
      ctx,
      problems.flatMap(({ owner_id }) => owner_id ?? []),
    ),
    releasesOf(
      ctx,
      problems.map(({ id }) => id),
    ),
  ])
  return problems.map((problem) => {
    const owner = owners.get(problem.owner_id ?? '')
    return {
      id: problem.id,
      number: problem.number,
      title: problem.title,
      description: problem.description,
      state: problem.state,
      owner: owner ? { id: owner.id, name: owner.name } : null,
      causeKind: problem.cause_kind,
      rootCause: problem.root_cause,
      cases: problem.cases,
      customers: problem.customers,
      firstSeenAt: problem.first_seen_at?.toISOString() ?? null,
      lastSeenAt: problem.last_seen_at?.toISOString() ?? null,
      releases: releases.get(problem.id) ?? [],
      createdAt: problem.created_at.toISOString(),
      public: publicFace(problem),
    }
  })
}

function publicFace(problem: Problem): ProblemView['public'] {
  const { public_title: title, public_note: note, public_since: since } = problem
  return title === null || since === null
    ? null
    : { title, note: note ?? '', since: since.toISOString() }
}

export async function presentProblem(ctx: Reader, problemId: string): Promise<ProblemView> {
  const [view] = await presentProblems(ctx, [await loadProblem(ctx, problemId)])
  return view as ProblemView
}

async function releasesOf(
  ctx: Reader,
  problemIds: string[],
): Promise<Map<string, ProblemView['releases']>> {
  const rows = await ctx.db
    .selectFrom('release_problems as l')
    .innerJoin('releases as r', (join) =>
      join.onRef('r.workspace_id', '=', 'l.workspace_id').onRef('r.id', '=', 'l.release_id'),
    )
    .select(['l.problem_id', 'r.id', 'r.name', 'r.published_at'])
    .where('l.workspace_id', '=', ctx.workspaceId)
    .where('l.problem_id', 'in', problemIds)
    .orderBy('r.id')
    .execute()
  const found = new Map<string, ProblemView['releases']>()
  for (const { problem_id, id, name, published_at } of rows)
    found.set(problem_id, [
      ...(found.get(problem_id) ?? []),
      { id, name, publishedAt: published_at?.toISOString() ?? null },
    ])
  return found
}

function select(ctx: Reader, problemId: string) {
  return ctx.db
    .selectFrom('problems')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', problemId)
}
