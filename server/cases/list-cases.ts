import type { listCases as endpoint } from '../../contract/cases.ts'
import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { filteredCases, pageOf } from './filtered-cases.ts'
import { presentRows } from './present-rows.ts'
import { searchCases } from './search-cases.ts'

/** Cases, filtered and searched, a page at a time. */
export async function listCases(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
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
