/** The list before it is cut into pages: what a filter leaves, in an order, from a cursor on. */
import type { CaseFilter } from '../../contract/cases.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'
import type { Case } from './case.ts'
import { conditionsOf, type Viewpoint } from './case-filter.ts'
import { afterCursor, cursorAt, orderOf, type Sort } from './case-order.ts'

export type FilteredCases = Awaited<ReturnType<typeof filteredCases>>

/** The cases a filter leaves, from where the cursor stands, as a query to go on with. */
export async function filteredCases(
  ctx: Ctx,
  input: { sort: Sort; cursor?: string | undefined } & Partial<Omit<CaseFilter, 'q' | 'sort'>>,
) {
  const { timeZone } = await loadSettings(ctx)
  const { sort, cursor } = input
  const from: Viewpoint = {
    memberId: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    timeZone,
    now: ctx.now(),
  }
  const all = ctx.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where('c.workspace_id', '=', ctx.workspaceId)
    .where((eb) =>
      eb.and([
        ...conditionsOf(eb, input, from),
        ...(cursor === undefined ? [] : [afterCursor(sort, cursor)]),
      ]),
    )
  return {
    sort,
    cursor,
    all,
    inOrder: <T extends { orderBy(by: ReturnType<typeof orderOf>): T }>(query: T): T =>
      query.orderBy(orderOf(sort)),
  }
}

/** A page of cases. */
export interface Found {
  cases: Case[]
  nextCursor: string | null
}

/** Of `rows`, one more than `limit` tells that there is another page. */
export function pageOf(rows: Case[], limit: number, sort: Sort): Found {
  const cases = rows.slice(0, limit)
  const last = cases.at(-1)
  return { cases, nextCursor: rows.length > limit && last ? cursorAt(sort, last) : null }
}
