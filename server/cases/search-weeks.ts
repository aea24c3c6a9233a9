/** Searching through the index some weeks at a time, in the order of the list. */
import { type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { decodeCursor } from '../platform/http/cursor.ts'
import type { Case } from './case.ts'
import { weekOf, weekStart } from './case-texts.ts'
import type { FilteredCases } from './filtered-cases.ts'
import type { Matches } from './search-matches.ts'

interface Search {
  list: FilteredCases
  matches: Matches
  limit: number
  hitsAtOnce: number
  /** How many texts are thought to hold the words. */
  hits: number
  among(ids: string[], limit: number): Promise<Case[]>
  walk(list: FilteredCases['all'], limit: number): Promise<Case[]>
}

/** Asking for many weeks at once costs more than asking for some, then for more. */
const mostWeeks = 16
const mostWeeksOfCommon = 4
const commonHits = 20_000

/**
 * Each piece is sized by what the pieces before held: too many hits, and it is cut; few, and the next
 * is longer. A single week with too many is walked, for then every few texts hold the words.
 */
export async function byWeeks(ctx: Ctx, search: Search): Promise<Case[]> {
  const { list, matches, limit, hitsAtOnce } = search
  const weeks = await weeksOf(ctx, list)
  const found: Case[] = []
  const most = search.hits > commonHits ? mostWeeksOfCommon : mostWeeks
  const thought = Math.floor((weeks.length * hitsAtOnce) / Math.max(1, search.hits))
  let size = Math.min(most, Math.max(1, thought))
  for (let at = 0; at < weeks.length && found.length <= limit; ) {
    const some = weeks.slice(at, at + size)
    const ids = await matches.hits({ weeks: some, limit: hitsAtOnce + 1 })
    const isTooMany = ids.length > hitsAtOnce
    if (isTooMany && some.length > 1) {
      size = Math.ceil(some.length / 2)
      continue
    }
    const left = limit - found.length
    if (isTooMany) found.push(...(await search.walk(within(list.all, some[0] ?? 0), left)))
    else if (ids.length > 0) found.push(...(await search.among(ids, left)))
    at += some.length
    if (ids.length < hitsAtOnce / 2) size = Math.min(most, size * 2)
  }
  return found
}

function within(all: FilteredCases['all'], week: number): FilteredCases['all'] {
  return all.where(
    sql<SqlBool>`c.opened_at >= ${weekStart(week)} and c.opened_at < ${weekStart(week + 1)}`,
  )
}

/** From the list's first week, or where its cursor stands, to its last. */
async function weeksOf(ctx: Ctx, list: FilteredCases): Promise<number[]> {
  const { first, last } = await ctx.db
    .selectFrom('cases')
    .select((eb) => [eb.fn.min('opened_at').as('first'), eb.fn.max('opened_at').as('last')])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirstOrThrow()
  if (first === null || last === null) return []
  const at = list.cursor === undefined ? null : new Date(decodeCursor(list.cursor, 4)[2] ?? '')
  const isNewest = list.sort === 'newest'
  const from = weekOf(at && !isNewest ? at : first)
  const to = weekOf(at && isNewest ? at : last)
  const weeks = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)
  return isNewest ? weeks.reverse() : weeks
}
