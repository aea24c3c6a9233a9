import { sql } from 'kysely'
import type { Reader } from './case.ts'

/** Told ways of one kind shown at most; the rest are seen in the list. */
const mostShares = 8
/** A trend of more days is told by weeks. */
const daysAtMost = 62
const dayMs = 86_400_000

export type ShareOf = 'app_version' | 'platform' | 'device' | 'region' | 'channel_id'
const sharesOf: readonly ShareOf[] = ['app_version', 'platform', 'device', 'region', 'channel_id']

export interface CaseSums {
  cases: number
  customers: number
  /** Orders that were told, each counted once, and what they and what has no order cost. */
  orders: number
  money: number
  firstAt: Date | null
  lastAt: Date | null
  /** The most frequent of each kind, and what was not told. */
  shares: Record<ShareOf, { name: string | null; cases: number; customers: number }[]>
  trend: { unit: 'day' | 'week'; points: { from: string; to: string; cases: number }[] }
}

/** Adds up the cases that are linked to a problem, in days of this time zone. */
export async function sumProblem(
  ctx: Reader,
  problemId: string,
  timeZone: string,
): Promise<CaseSums> {
  const [totals, shares, days] = await Promise.all([
    totalsOf(ctx, problemId),
    countShares(ctx, problemId),
    countDays(ctx, problemId, timeZone),
  ])
  return { ...totals, shares, trend: trendOf(days) }
}

async function totalsOf(ctx: Reader, problemId: string) {
  const { rows } = await sql<{
    cases: number
    customers: number
    orders: number
    money: number | null
    first_at: Date | null
    last_at: Date | null
  }>`
    with linked as (
      select id, customer_id, opened_at, order_no, amount from cases
      where workspace_id = ${ctx.workspaceId} and problem_id = ${problemId}
    ), paid as (
      select max(amount) as amount from linked where amount is not null group by coalesce(order_no, id::text)
    )
    select count(*)::int as cases, count(distinct customer_id)::int as customers,
      count(distinct order_no)::int as orders, (select sum(amount) from paid) as money,
      min(opened_at) as first_at, max(opened_at) as last_at
    from linked`.execute(ctx.db)
  const [row] = rows
  return {
    cases: row?.cases ?? 0,
    customers: row?.customers ?? 0,
    orders: row?.orders ?? 0,
    money: Number(row?.money ?? 0),
    firstAt: row?.first_at ?? null,
    lastAt: row?.last_at ?? null,
  }
}

/** One walk over the cases counts all kinds at once. */
async function countShares(ctx: Reader, problemId: string): Promise<CaseSums['shares']> {
  const { rows } = await sql<{
    kind: ShareOf
    name: string | null
    cases: number
    customers: number
  }>`
    select kind, name, cases, customers from (
      select k.kind, k.name, count(*)::int as cases, count(distinct c.customer_id)::int as customers,
        row_number() over (partition by k.kind order by k.name is null, count(*) desc, k.name) as place
      from cases c
      cross join lateral (values ('app_version', c.app_version), ('platform', c.platform),
        ('device', c.device), ('region', c.region), ('channel_id', c.channel_id::text)) as k (kind, name)
      where c.workspace_id = ${ctx.workspaceId} and c.problem_id = ${problemId}
      group by k.kind, k.name
    ) counted
    where place <= ${mostShares} or name is null
    order by kind, place`.execute(ctx.db)
  return Object.fromEntries(
    sharesOf.map((kind) => [
      kind,
      rows
        .filter((row) => row.kind === kind)
        .map(({ name, cases, customers }) => ({ name, cases, customers })),
    ]),
  ) as CaseSums['shares']
}

async function countDays(
  ctx: Reader,
  problemId: string,
  timeZone: string,
): Promise<{ day: string; cases: number }[]> {
  const { rows } = await sql<{ day: string; cases: number }>`
    select (opened_at at time zone ${timeZone})::date as day, count(*)::int as cases
    from cases where workspace_id = ${ctx.workspaceId} and problem_id = ${problemId}
    group by 1 order by 1`.execute(ctx.db)
  return rows
}

/** Without gaps: a day on which nobody wrote is a point as well. */
function trendOf(days: readonly { day: string; cases: number }[]): CaseSums['trend'] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return { unit: 'day', points: [] }
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
  const plus = (day: string, count: number) =>
    new Date(at(day) + count * dayMs).toISOString().slice(0, 10)
  const span = (at(last) - at(first)) / dayMs + 1
  const step = span > daysAtMost ? 7 : 1
  const points = Array.from({ length: Math.ceil(span / step) }, (_, index) => ({
    from: plus(first, index * step),
    to: plus(first, index * step + step - 1),
    cases: 0,
  }))
  for (const { day, cases } of days) {
    const point = points[Math.floor((at(day) - at(first)) / dayMs / step)]
    if (point) point.cases += cases
  }
  return { unit: step === 7 ? 'week' : 'day', points }
}
