import type { listCases as endpoint } from '../../contract/cases.ts'
import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { filteredCases, pageOf } from './filtered-cases.ts'
import { presentRows } from './present-rows.ts'
import { searchCases } from './search-cases.ts'
import { passagesOf } from './show-passages.ts'

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
  const [rows, passages] = await Promise.all([
    presentRows(ctx, found.cases),
    passagesOf(ctx, q ?? '', found.cases),
  ])
  return {
    items: rows.map((row) => ({ ...row, passage: passages.get(row.id) ?? null })),
    nextCursor: found.nextCursor,
  }
}
