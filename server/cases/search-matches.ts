/** A search as conditions: on texts, and on what else a query can mean. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { customersByPhoneEnding } from '../customers/index.ts'
import type { Reader } from './case.ts'
import type { SearchQuery } from './search-query.ts'

export interface Matches {
  /** Of `case_texts t`: indexed under all terms. */
  terms: RawBuilder<SqlBool>
  /** Of `case_texts t`: and holds all the words. */
  text: RawBuilder<SqlBool>
  /** Ids of the cases whose text matches, of these weeks only where given. */
  hits(weeks?: number[]): RawBuilder<unknown>
  /** Of `cases c`: by number or customer; null when the query can only be words. */
  direct: RawBuilder<SqlBool> | null
}

export async function matching(ctx: Reader, query: SearchQuery): Promise<Matches> {
  const terms =
    query.terms.length === 0
      ? sql<SqlBool>`true`
      : sql<SqlBool>`t.terms @@ ${tsquery(query.terms)}::tsquery`
  const held = query.needles.map((needle) => sql<SqlBool>`position(${needle} in t.text) > 0`)
  const text = sql<SqlBool>`(${sql.join([terms, ...held], sql` and `)})`
  return {
    terms,
    text,
    direct: await directly(ctx, query),
    hits: (weeks) => sql`
      select t.case_id from case_texts t where t.workspace_id = ${ctx.workspaceId} and ${text}
        and ${weeks === undefined ? sql`true` : sql`t.week = any(${weeks}::smallint[])`}`,
  }
}

/** Terms are letters and digits, so quoting them is enough. */
function tsquery(terms: readonly string[]): string {
  return terms.map((term) => `'${term}'`).join(' & ')
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
