import type { countListed as endpoint } from '../../contract/cases.ts'
import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { filteredCases } from './filtered-cases.ts'
import { searchCases } from './search-cases.ts'

/** Counting stops here: who checks a figure against its list has it exact up to this. */
const mostCounted = 10_000
/** What a search found is looked at one by one. */
const mostFound = 200

/** How many cases a list holds, so that a figure can be checked against the list behind it. */
export async function countListed(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const list = await filteredCases(ctx, { ...input, sort: 'newest' })
  if (input.q) {
    const { cases, nextCursor } = await searchCases(ctx, input.q, list, mostFound)
    return { count: cases.length, more: nextCursor !== null }
  }
  const { count } = await ctx.db
    .selectFrom(list.all.limit(mostCounted + 1).as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { count: Math.min(Number(count), mostCounted), more: Number(count) > mostCounted }
}
