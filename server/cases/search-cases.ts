/**
 * Search: the cases whose text holds all the words, newest first. A common word is found by walking
 * the list and looking at each text: there is soon a page of them. A rare one is found by the index
 * over terms, and then there are few to sort. So the walk comes first, for a bounded number of steps,
 * and the index when the walk has shown that the word is rare.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { customersByPhoneEnding } from '../customers/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Case } from './case.ts'
import { cursorAt } from './case-order.ts'
import { type FilteredCases, type Found, pageOf } from './list-cases.ts'
import { parseSearch, type SearchQuery } from './search-query.ts'

export interface Effort {
  /** Cases looked at before the index is asked. */
  walkSteps: number
  /** A single character is in no index: so far the walk goes for one page. */
  longWalkSteps: number
  /** A word that many cases hold, only none of the newest: walking on is cheaper than sorting them. */
  manyHits: number
}
const usual: Effort = { walkSteps: 4000, longWalkSteps: 20_000, manyHits: 30_000 }

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

  const hasIndex = query.terms.length > 0
  const steps = hasIndex ? effort.walkSteps : effort.longWalkSteps
  const walked = await walk(ctx, list, matches, steps, limit)
  if (walked.length > limit) return pageOf(walked, limit, list.sort)
  const edge = await list
    .inOrder(list.all)
    .offset(steps - 1)
    .limit(1)
    .executeTakeFirst()
  if (!edge) return pageOf(walked, limit, list.sort)
  if (!hasIndex) return { cases: walked, nextCursor: cursorAt(list.sort, edge) }
  const rows =
    (await estimatedHits(ctx, query)) > effort.manyHits
      ? await walk(ctx, list, matches, null, limit)
      : await byIndex(ctx, list, matches, limit)
  return pageOf(rows, limit, list.sort)
}

interface Matches {
  /** Of `case_texts t`. */
  text: RawBuilder<SqlBool>
  /** Of `cases c`; null when the query can only be words. */
  direct: RawBuilder<SqlBool> | null
}

async function matching(ctx: Ctx, query: SearchQuery): Promise<Matches> {
  const customers = query.phoneEnding ? await customersByPhoneEnding(ctx, query.phoneEnding) : []
  const joined = query.number === null ? [] : await joinedUnder(ctx, query.number)
  const direct = [
    ...(query.number === null ? [] : [sql<SqlBool>`c.number = ${query.number}`]),
    ...(joined.length === 0 ? [] : [sql<SqlBool>`c.id = any(${joined}::uuid[])`]),
    ...(customers.length === 0 ? [] : [sql<SqlBool>`c.customer_id = any(${customers}::uuid[])`]),
  ]
  const terms =
    query.terms.length === 0
      ? sql<SqlBool>`true`
      : sql<SqlBool>`t.terms @@ ${tsquery(query.terms)}::tsquery`
  const held = query.needles.map((needle) => sql<SqlBool>`position(${needle} in t.text) > 0`)
  return {
    text: sql<SqlBool>`(${sql.join([terms, ...held], sql` and `)})`,
    direct: direct.length === 0 ? null : sql<SqlBool>`(${sql.join(direct, sql` or `)})`,
  }
}

/** Terms are letters and digits, so quoting them is enough. */
function tsquery(terms: readonly string[]): string {
  return terms.map((term) => `'${term}'`).join(' & ')
}

async function joinedUnder(ctx: Ctx, number: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('case_feedback')
    .select('case_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('number', '=', number)
    .execute()
  return rows.map((row) => row.case_id)
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

/** Asks the index for all that hold the words, then sorts them. */
function byIndex(
  ctx: Ctx,
  list: FilteredCases,
  { text, direct }: Matches,
  limit: number,
): Promise<Case[]> {
  // An array, not a join: the index is asked first, whatever the planner thinks of the order.
  const hit = sql<SqlBool>`c.id = any(array(
    select t.case_id from case_texts t where t.workspace_id = ${ctx.workspaceId} and ${text}))`
  const matching = direct === null ? hit : sql<SqlBool>`(${direct} or ${hit})`
  return list
    .inOrder(list.all.where(matching))
    .limit(limit + 1)
    .execute()
}

/** How many texts hold the words, as the planner guesses from its statistics. */
async function estimatedHits(ctx: Ctx, query: SearchQuery): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select 1 from case_texts t
    where t.workspace_id = ${ctx.workspaceId} and t.terms @@ ${tsquery(query.terms)}::tsquery`.execute(
    ctx.db,
  )
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}
