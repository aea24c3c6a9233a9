/** A search as conditions: on texts, and on what else a query can mean. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { customersByPhoneEnding } from '../customers/index.ts'
import type { Reader } from './case.ts'
import { weekTerm } from './case-texts.ts'
import type { SearchQuery } from './search-query.ts'

export interface Matches {
  /** Of `case_texts t`: holds all the words. Never asks the index. */
  text: RawBuilder<SqlBool>
  /** Ids of cases whose text matches, in no order, from the index. */
  hits(of: { weeks?: number[]; limit: number }): Promise<string[]>
  /** Of `cases c`: by number or customer; null when the query can only be words. */
  direct: RawBuilder<SqlBool> | null
}

export async function matching(ctx: Reader, query: SearchQuery): Promise<Matches> {
  const held = query.needles.map((needle) => sql<SqlBool>`position(${needle} in t.text) > 0`)
  const words = sql.join(held, sql` and `)
  return {
    // `is true` keeps the planner from asking the index for what is looked at one by one.
    text:
      query.terms.length === 0
        ? sql<SqlBool>`(${words})`
        : sql<SqlBool>`(${words} and (${holding(query.terms)}) is true)`,
    async hits({ weeks, limit }) {
      const { rows } = await sql<{ id: string }>`
        select t.case_id as id from case_texts t
        where t.workspace_id = ${ctx.workspaceId} and ${holding(query.terms, weeks)} and ${words}
        limit ${limit}`.execute(ctx.db)
      return rows.map(({ id }) => id)
    },
    direct: await directly(ctx, query),
  }
}

/** Of `case_texts t`: indexed under all terms (and one of the weeks). Terms need but quoting. */
export function holding(terms: readonly string[], weeks?: readonly number[]): RawBuilder<SqlBool> {
  const quoted = (some: readonly string[], by: string) => some.map((one) => `'${one}'`).join(by)
  const ofWeeks = weeks === undefined ? '' : ` & (${quoted(weeks.map(weekTerm), ' | ')})`
  return sql<SqlBool>`t.terms @@ ${quoted(terms, ' & ') + ofWeeks}::tsquery`
}

async function directly(ctx: Reader, query: SearchQuery): Promise<RawBuilder<SqlBool> | null> {
  const { number, phoneEnding } = query
  const [customers, joined] = await Promise.all([
    phoneEnding === null ? [] : customersByPhoneEnding(ctx, phoneEnding),
    number === null ? [] : joinedUnder(ctx, number),
  ])
  const ways = [
    ...(number === null ? [] : [sql<SqlBool>`c.number = ${number}`]),
    ...(joined.length === 0 ? [] : [sql<SqlBool>`c.id = any(${joined}::uuid[])`]),
    ...(customers.length === 0 ? [] : [sql<SqlBool>`c.customer_id = any(${customers}::uuid[])`]),
  ]
  return ways.length === 0 ? null : sql<SqlBool>`(${sql.join(ways, sql` or `)})`
}

/** Cases that feedback with this number joined. */
async function joinedUnder(ctx: Reader, number: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('case_feedback')
    .select('case_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('number', '=', number)
    .execute()
  return rows.map((row) => row.case_id)
}
