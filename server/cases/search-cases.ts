/**
 * Search: the cases whose text holds all the words, in the order of the list. A common word is found
 * by walking the list and looking at each text: there is soon a page of them. Any other is found by
 * the index over terms, some weeks at a time, so that a page never costs more than a few thousand
 * texts, however many hold the word. So the walk comes first, for a bounded number of steps.
 */
import { type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Case } from './case.ts'
import { cursorAt } from './case-order.ts'
import { type FilteredCases, type Found, pageOf } from './list-cases.ts'
import { type Matches, matching } from './search-matches.ts'
import { parseSearch } from './search-query.ts'
import { type Weeks, weeksOf } from './search-weeks.ts'

export interface Effort {
  /** Cases looked at one by one before the index is asked. */
  walkSteps: number
  /** Texts that hold the words, by the planner's guess, taken from the index at once. */
  hitsAtOnce: number
}
const usual: Effort = { walkSteps: 1000, hitsAtOnce: 2000 }

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

  const walked = await walk(ctx, list, matches, effort.walkSteps, limit)
  if (walked.length > limit) return pageOf(walked, limit, list.sort)
  const edge = await list
    .inOrder(list.all)
    .offset(effort.walkSteps - 1)
    .limit(1)
    .executeTakeFirst()
  if (!edge) return pageOf(walked, limit, list.sort)
  // A single character is in no index: a page ends where the walk did.
  if (query.terms.length === 0) return { cases: walked, nextCursor: cursorAt(list.sort, edge) }
  return pageOf(await beyond(ctx, list, matches, limit, effort), limit, list.sort)
}

/** The word is not common in this list; whichever is fewer is gone through: its cases, or the texts. */
async function beyond(
  ctx: Ctx,
  list: FilteredCases,
  matches: Matches,
  limit: number,
  effort: Effort,
): Promise<Case[]> {
  const hits = await guess(
    ctx,
    sql`select 1 from case_texts t where t.workspace_id = ${ctx.workspaceId} and ${matches.terms}`,
  )
  if (matches.direct !== null || (list.sort === 'due' && hits <= effort.hitsAtOnce * 10))
    return byIndex(list, matches, limit)
  if (list.sort === 'due' || (await guess(ctx, list.all)) < hits)
    return walk(ctx, list, matches, null, limit)
  return byWeeks(list, matches, limit, await weeksOf(ctx, list), hits / effort.hitsAtOnce)
}

function byNumber(list: FilteredCases, { direct }: Matches): Promise<Case[]> {
  return list
    .inOrder(list.all.where(direct ?? sql<SqlBool>`false`))
    .limit(2)
    .execute()
}

/** Goes through the list in its order, at most `steps` cases of it (null: to its end). */
function walk(
  ctx: Ctx,
  list: FilteredCases,
  { text, direct }: Matches,
  steps: number | null,
  limit: number,
): Promise<Case[]> {
  const inOrder = list.inOrder(list.all)
  const some = steps === null ? inOrder : inOrder.limit(steps)
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

/** Asks the index for all that hold the words (in these weeks), then sorts them. */
function byIndex(
  list: FilteredCases,
  { hits, direct }: Matches,
  limit: number,
  weeks?: number[],
): Promise<Case[]> {
  // An array, not a join: the index is asked first, whatever the planner thinks of the order.
  const hit = sql<SqlBool>`c.id = any(array(${hits(weeks)}))`
  return list
    .inOrder(list.all.where(direct === null ? hit : sql<SqlBool>`(${direct} or ${hit})`))
    .limit(limit + 1)
    .execute()
}

/** Takes so many weeks at a time that each piece holds about as many hits as it should. */
async function byWeeks(
  list: FilteredCases,
  matches: Matches,
  limit: number,
  weeks: Weeks,
  pieces: number,
): Promise<Case[]> {
  const size = Math.max(1, Math.floor(weeks.length / Math.max(1, pieces)))
  const found: Case[] = []
  for (let at = 0; at < weeks.length && found.length <= limit; at += size) {
    const some = weeks.slice(at, at + size)
    found.push(...(await byIndex(list, matches, limit - found.length, some)))
  }
  return found
}

/** How many rows a query has, as the planner guesses from its statistics. */
async function guess(ctx: Ctx, query: Parameters<typeof sql>[1]): Promise<number> {
  const { rows } = await sql<{
    'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }]
  }>`explain (format json) ${query}`.execute(ctx.db)
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}
