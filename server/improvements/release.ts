/** A release as a row: finding it, holding it, showing it and who is told of it. */
import type { Selectable } from 'kysely'
import type { ReleaseView } from '../../contract/improvements.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict, Invalid, NotFound } from '../platform/errors.ts'
import type { Reader } from './problem.ts'
import type { ReleasesTable } from './tables.ts'

export type Release = Selectable<ReleasesTable>

/** Whoever changes or publishes it meanwhile waits. */
export async function holdDraft(tx: Tx, releaseId: string): Promise<Release> {
  const found = await tx.db
    .selectFrom('releases')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', releaseId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (found.published_at) throw new Conflict('release_published')
  return found
}

/** Says which problems the release fixes, instead of those said before. */
export async function setProblems(tx: Tx, releaseId: string, problemIds: string[]): Promise<void> {
  const ids = [...new Set(problemIds)]
  await tx.db
    .deleteFrom('release_problems')
    .where('workspace_id', '=', tx.workspaceId)
    .where('release_id', '=', releaseId)
    .execute()
  if (ids.length === 0) return
  const known = await tx.db
    .selectFrom('problems')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute()
  if (known.length < ids.length) throw new Invalid('problem_unknown', 'problemIds')
  await tx.db
    .insertInto('release_problems')
    .values(
      ids.map((problem_id) => ({
        workspace_id: tx.workspaceId,
        release_id: releaseId,
        problem_id,
      })),
    )
    .execute()
}

export async function presentReleases(ctx: Ctx, releases: Release[]): Promise<ReleaseView[]> {
  if (releases.length === 0) return []
  const ids = releases.map(({ id }) => id)
  const [problems, tellings] = await Promise.all([problemsOf(ctx, ids), tellingsOf(ctx, ids)])
  const isManager = ctx.actor.permits('releases.manage')
  return releases.map((release) => {
    const fixes = problems.filter(({ release_id }) => release_id === release.id)
    const telling = tellings.get(release.id)
    return {
      id: release.id,
      name: release.name,
      notes: release.notes,
      problems: fixes.map(({ id, number, title }) => ({ id, number, title })),
      publishedAt: release.published_at?.toISOString() ?? null,
      toTell: release.published_at
        ? (telling?.all ?? 0)
        : // Not published yet: whom publishing would tell.
          fixes.reduce((sum, { state, cases }) => sum + (state === 'fixed' ? 0 : cases), 0),
      told: telling?.told ?? 0,
      withoutMail: ctx.mail === null,
      createdAt: release.created_at.toISOString(),
      can: isManager && !release.published_at ? ['change', 'publish', 'discard'] : [],
    }
  })
}

export async function presentRelease(ctx: Ctx, releaseId: string): Promise<ReleaseView> {
  const found = await ctx.db
    .selectFrom('releases')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', releaseId)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  const [view] = await presentReleases(ctx, [found])
  return view as ReleaseView
}

function problemsOf(ctx: Reader, releaseIds: string[]) {
  return ctx.db
    .selectFrom('release_problems as l')
    .innerJoin('problems as p', (join) =>
      join.onRef('p.workspace_id', '=', 'l.workspace_id').onRef('p.id', '=', 'l.problem_id'),
    )
    .select(['l.release_id', 'p.id', 'p.number', 'p.title', 'p.state', 'p.cases'])
    .where('l.workspace_id', '=', ctx.workspaceId)
    .where('l.release_id', 'in', releaseIds)
    .orderBy('p.number')
    .execute()
}

async function tellingsOf(ctx: Reader, releaseIds: string[]) {
  const rows = await ctx.db
    .selectFrom('tellings')
    .select((eb) => [
      'release_id',
      eb.fn.countAll<number>().as('all'),
      eb.fn.count<number>('told_at').as('told'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('release_id', 'in', releaseIds)
    .groupBy('release_id')
    .execute()
  return new Map(rows.map((row) => [row.release_id, row]))
}
