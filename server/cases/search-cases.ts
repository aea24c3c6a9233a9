/**
 * Search: the cases whose text holds all the words, in the order of the list. A common word is found
 * by walking the list and looking at each text: there is soon a page of them. Any other is found by
 * the index over terms, so many weeks at a time as hold about a page's worth of work. So the walk
 * comes first, for a bounded number of steps.
 */
import { type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Case } from './case.ts'
import { cursorAt } from './case-order.ts'
import { type FilteredCases, type Found, pageOf } from './filtered-cases.ts'
import { guessHits, guessRows } from './search-guesses.ts'
import { type Matches, matching } from './search-matches.ts'
import { parseSearch, type SearchQuery } from './search-query.ts'
import { byWeeks } from './search-weeks.ts'

export interface Effort {
  /** Cases looked at one by one before the index is asked. */
  walkSteps: number
  /** Texts taken from the index at once. */
  hitsAtOnce: number
}
const usual: Effort = { walkSteps: 1000, hitsAtOnce: 1500 }

export async function searchCases(
  ctx: Ctx,
  q: string,
  list: FilteredCases,
  limit: number,
  effort: Effort = usual,
): Promise<Found> {
  const query = parseSearch(q)
  if (query.needles.length === 0) return { cases: [], nextCursor: null }
  const matches = await matching(ctx, query)
  if (query.isNumber) return pageOf(await byNumber(list, matches), limit, list.sort)

  const walked = await walk(ctx, list, matches, limit, effort.walkSteps)
  if (walked.length > limit) return pageOf(walked, limit, list.sort)
  const edge = await list
    .inOrder(list.all)
    .offset(effort.walkSteps - 1)
    .limit(1)
    .executeTakeFirst()
  if (!edge) return pageOf(walked, limit, list.sort)
  // A single character is in no index: a page ends where the walk did.
  if (query.terms.length === 0) return { cases: walked, nextCursor: cursorAt(list.sort, edge) }
  return pageOf(await beyond(ctx, list, query, matches, limit, effort), limit, list.sort)
}

/** Above so many hits the index is not asked for all of them: listing them alone takes too long. */
const mostAsked = 60_000

/** The word is not common in this list; whichever is fewer is gone through: its cases, or the texts. */
async function beyond(
  ctx: Ctx,
  list: FilteredCases,
  query: SearchQuery,
  matches: Matches,
  limit: number,
  effort: Effort,
): Promise<Case[]> {
  const hits = await guessHits(ctx, query)
  if (hits <= mostAsked) {
    const ids = await matches.hits({ limit: effort.hitsAtOnce + 1 })
    if (ids.length <= effort.hitsAtOnce) return among(list, matches, ids, limit)
  }
  const isFewer = (await guessRows(ctx, list.all)) < hits
  if (isFewer || list.sort === 'due' || matches.direct !== null)
    return walk(ctx, list, matches, limit)
  return byWeeks(ctx, {
    list,
    matches,
    limit,
    hitsAtOnce: effort.hitsAtOnce,
    hits,
    among: (some, most) => among(list, matches, some, most),
    walk: (some, most) => walk(ctx, { ...list, all: some }, matches, most),
  })
}

function byNumber(list: FilteredCases, { direct }: Matches): Promise<Case[]> {
  return list
    .inOrder(list.all.where(direct ?? sql<SqlBool>`false`))
    .limit(2)
    .execute()
}

/** Goes through the list in its order, at most `steps` cases of it. */
function walk(
  ctx: Ctx,
  list: Pick<FilteredCases, 'all' | 'inOrder'>,
  { text, direct }: Matches,
  limit: number,
  steps?: number,
): Promise<Case[]> {
  const inOrder = list.inOrder(list.all)
  const some = steps === undefined ? inOrder : inOrder.limit(steps)
  const query = ctx.db
    .selectFrom(some.as('c'))
    .innerJoin('case_texts as t', (join) =>
      join.on('t.workspace_id', '=', ctx.workspaceId).onRef('t.case_id', '=', 'c.id'),
    )
    .selectAll('c')
    .where(direct === null ? text : sql<SqlBool>`(${direct} or ${text})`)
    .limit(limit + 1)
  return list.inOrder(query).execute()
}

/** Those of the list whose text was found, or which are meant directly. */
function among(
  list: FilteredCases,
  { direct }: Matches,
  ids: string[],
  limit: number,
): Promise<Case[]> {
  const hit = sql<SqlBool>`c.id = any(${ids}::uuid[])`
  return list
    .inOrder(list.all.where(direct === null ? hit : sql<SqlBool>`(${direct} or ${hit})`))
    .limit(limit + 1)
    .execute()
}
