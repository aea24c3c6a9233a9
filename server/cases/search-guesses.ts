/** What the planner guesses from its statistics: cheap, and good enough to choose a way. */
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from './case.ts'
import type { FilteredCases } from './filtered-cases.ts'
import { holding } from './search-matches.ts'
import type { SearchQuery } from './search-query.ts'

/** Of a long query so many terms are weighed. */
const termsWeighed = 4

/**
 * How many texts hold the words: at most as many as hold the rarest of their terms. The guess for
 * all terms together would be far too low, for the planner takes them as unrelated.
 */
export async function guessHits(ctx: Reader, { terms }: SearchQuery): Promise<number> {
  const each = terms
    .slice(0, termsWeighed)
    .map(
      (term) =>
        sql`(select 1 from case_texts t where t.workspace_id = ${ctx.workspaceId} and ${holding([term])})`,
    )
  const plan = await explain(ctx, sql.join(each, sql` union all `))
  return Math.min(...(plan.Plans && each.length > 1 ? plan.Plans : [plan]).map(rowsOf))
}

export async function guessRows(ctx: Reader, query: FilteredCases['all']): Promise<number> {
  return rowsOf(await explain(ctx, sql`${query}`))
}

interface Plan {
  'Plan Rows': number
  Plans?: Plan[]
}
const rowsOf = (plan: Plan): number => plan['Plan Rows']

async function explain(ctx: Reader, query: RawBuilder<unknown>): Promise<Plan> {
  const { rows } = await sql<{
    'QUERY PLAN': [{ Plan: Plan }]
  }>`explain (format json) ${query}`.execute(ctx.db)
  return rows[0]?.['QUERY PLAN'][0].Plan ?? { 'Plan Rows': 0 }
}
