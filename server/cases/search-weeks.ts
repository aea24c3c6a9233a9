import type { Ctx } from '../platform/ctx.ts'
import { decodeCursor } from '../platform/http/cursor.ts'
import { weekOf } from './case-texts.ts'
import type { FilteredCases } from './list-cases.ts'

/** The weeks a search goes through, in the order of the list. */
export type Weeks = number[]

/** From the list's first week, or where its cursor stands, to its last. */
export async function weeksOf(ctx: Ctx, list: FilteredCases): Promise<Weeks> {
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
