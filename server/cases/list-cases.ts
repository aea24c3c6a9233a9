import type { listCases as endpoint } from '../../contract/cases.ts'
import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'
import type { Case } from './case.ts'
import { conditionsOf, type Viewpoint } from './case-filter.ts'
import { afterCursor, cursorAt, orderOf, type Sort } from './case-order.ts'
import { presentRows } from './present-rows.ts'
import { searchCases } from './search-cases.ts'

type Input = InputOf<typeof endpoint>

/** Cases, filtered and searched, a page at a time. */
export async function listCases(ctx: Ctx, input: Input): Promise<ReplyOf<typeof endpoint>> {
  const { q, limit, sort } = input
  const list = await filteredCases(ctx, input)
  const found = q
    ? await searchCases(ctx, q, list, limit)
    : pageOf(
        await list
          .inOrder(list.all)
          .limit(limit + 1)
          .execute(),
        limit,
        sort,
      )
  return { items: await presentRows(ctx, found.cases), nextCursor: found.nextCursor }
}

/** One page more than asked for tells whether there is another. */
export interface Found {
  cases: Case[]
  nextCursor: string | null
}

export function pageOf(rows: Case[], limit: number, sort: Sort): Found {
  const cases = rows.slice(0, limit)
  const last = cases.at(-1)
  return { cases, nextCursor: rows.length > limit && last ? cursorAt(sort, last) : null }
}

export type FilteredCases = Awaited<ReturnType<typeof filteredCases>>

/** The cases a filter leaves, from where the cursor stands, as a query to go on with. */
export async function filteredCases(
  ctx: Ctx,
  input: Pick<Input, 'sort' | 'cursor'> & Partial<Omit<Input, 'limit' | 'q'>>,
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
