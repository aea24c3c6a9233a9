/** Which problems that customers may know of fit a text. */
import type { KnownProblem } from '../../contract/knowledge.ts'
import type { Passage } from '../../reading/index.ts'
import { titlesOfProblems } from '../cases/index.ts'
import { keepShelves } from '../knowledge/index.ts'
import type { Ctx } from '../platform/ctx.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>

const leastFit = 0.18
const most = 2
/** Looked at before those dropped meanwhile are left out. */
const lookedAt = 6
/** Public problems that are searched, the last made public first. */
const mostPublic = 300
/** Cases whose titles help to find their problem; customers never see them. */
const titlesEach = 20
/** New cases of a problem bring new words for it: gathered again after so long. */
const gatheredAgainMs = 10 * 60 * 1000
const weights = { title: 1, case: 0.9, note: 0.55 } as const

const shelves = keepShelves<string>({ name: 'problems', version, load })

/** Those that fit best, at most two, as they stand at this moment. */
export async function findKnownProblems(ctx: Reader, text: string): Promise<KnownProblem[]> {
  const found = await shelves.find(ctx, text, { most: lookedAt, least: leastFit })
  if (found.length === 0) return []
  const ids = found.map(({ item }) => item)
  const rows = await ctx.db
    .selectFrom('problems as p')
    .leftJoin('releases as r', (join) =>
      join.onRef('r.workspace_id', '=', 'p.workspace_id').onRef('r.id', '=', 'p.fixed_in'),
    )
    .select([
      'p.id',
      'p.public_title as title',
      'p.public_note as note',
      'p.state',
      'p.customers',
      'r.name as release',
    ])
    .where('p.workspace_id', '=', ctx.workspaceId)
    .where('p.id', 'in', ids)
    .where('p.public_since', 'is not', null)
    .where('p.state', '<>', 'dropped')
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids
    .flatMap((id): KnownProblem[] => {
      const row = known.get(id)
      if (!row || row.title === null || row.state === 'dropped') return []
      return [
        {
          id,
          title: row.title,
          note: row.note ?? '',
          state: row.state,
          fixedIn: row.state === 'fixed' ? row.release : null,
          customers: row.customers,
        },
      ]
    })
    .slice(0, most)
}

/** After a change in this process has been committed; other processes notice within seconds. */
export function forgetKnownProblems(workspaceId: string): void {
  shelves.forget(workspaceId)
}

async function version(ctx: Reader): Promise<string> {
  const row = await ctx.db
    .selectFrom('problems')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.max('public_changed_at').as('changed'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('public_since', 'is not', null)
    .executeTakeFirst()
  const turn = Math.floor(ctx.now().getTime() / gatheredAgainMs)
  return row?.count ? `${row.count} ${row.changed?.getTime()} ${turn}` : ''
}

async function load(ctx: Reader): Promise<{ passages: Passage[]; items: Map<string, string> }> {
  const problems = await ctx.db
    .selectFrom('problems')
    .select(['id', 'title', 'public_title', 'public_note'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('public_since', 'is not', null)
    .orderBy('public_changed_at', 'desc')
    .limit(mostPublic)
    .execute()
  const ids = problems.map(({ id }) => id)
  const titles = await titlesOfProblems(ctx, ids, titlesEach)
  const passages = problems.flatMap(({ id, title, public_title, public_note }): Passage[] => [
    { id, text: public_title ?? title, weight: weights.title },
    { id, text: title, weight: weights.title },
    ...(titles.get(id) ?? []).map((text) => ({ id, text, weight: weights.case })),
    { id, text: public_note ?? '', weight: weights.note },
  ])
  return { passages, items: new Map(ids.map((id) => [id, id])) }
}
