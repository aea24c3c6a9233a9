/** The reads of the dashboard: sums over rollups, one small query each. */
import { type RawBuilder, sql } from 'kysely'
import type { Kind } from '../../contract/values.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Period } from './periods.ts'
import { allChannels } from './recount.ts'

interface Scope {
  period: Period
  channelId: string | null
}

export type Rows = Awaited<ReturnType<typeof loadRows>>

/** All at once. */
export async function loadRows(ctx: Ctx, scope: Scope) {
  const [cellRows, categoryRows, durationRows, scoreRows, waiting, at] = await Promise.all([
    cells(ctx, scope),
    categories(ctx, scope),
    durations(ctx, scope),
    scores(ctx, scope),
    unanswered(ctx, scope.channelId),
    asOf(ctx),
  ])
  return {
    cells: cellRows,
    categories: categoryRows,
    durations: durationRows,
    scores: scoreRows,
    unanswered: waiting,
    asOf: at,
  }
}

/** Over both periods at once: `now` for the asked one, not for the one before. */
const isNow = (period: Period) => sql<boolean>`day >= ${period.from}::date`

function where(ctx: Ctx, { period, channelId }: Scope): RawBuilder<unknown> {
  return sql`workspace_id = ${ctx.workspaceId} and day between ${period.beforeFrom}::date and ${period.to}::date
    and ${channelId === null ? sql`true` : sql`channel_id = ${channelId}::uuid`}`
}

export interface CellRow {
  now: boolean
  day: string
  channel_id: string
  kind: Kind | ''
  cases: number
  kept: number
  broken: number
}

/** Day (or first day of the week, counted from the period's first) × channel × kind, both periods. */
async function cells(ctx: Ctx, scope: Scope): Promise<CellRow[]> {
  const { period } = scope
  const step = period.unit === 'week' ? 7 : 1
  const { rows } = await sql<CellRow>`
    select ${isNow(period)} as now, start::text as day, channel_id, kind,
      sum(cases)::int as cases, sum(kept)::int as kept, sum(broken)::int as broken
    from (
      select *, case when ${isNow(period)}
        then ${period.from}::date + (day - ${period.from}::date) / ${step} * ${step}
        else ${period.beforeFrom}::date + (day - ${period.beforeFrom}::date) / ${step} * ${step} end as start
      from daily_cases where ${where(ctx, scope)}
    ) d
    group by 1, 2, 3, 4 having sum(cases) > 0 order by 2`.execute(ctx.db)
  return rows
}

interface CategoryRow {
  category_id: string
  cases: number
  before: number
}

async function categories(ctx: Ctx, scope: Scope): Promise<CategoryRow[]> {
  const now = isNow(scope.period)
  const { rows } = await sql<CategoryRow>`
    select category_id, coalesce(sum(cases) filter (where ${now}), 0)::int as cases,
      coalesce(sum(cases) filter (where not ${now}), 0)::int as before
    from daily_categories where ${where(ctx, scope)}
    group by 1 having sum(cases) > 0 order by 2 desc`.execute(ctx.db)
  return rows
}

interface DurationRow {
  now: boolean
  measure: 'reply' | 'resolution'
  bucket: number
  cases: number
}

async function durations(ctx: Ctx, scope: Scope): Promise<DurationRow[]> {
  const { rows } = await sql<DurationRow>`
    select ${isNow(scope.period)} as now, measure, bucket, sum(cases)::int as cases
    from daily_durations
    where ${where(ctx, { ...scope, channelId: scope.channelId ?? allChannels })} group by 1, 2, 3`.execute(
    ctx.db,
  )
  return rows
}

interface ScoreRow {
  now: boolean
  score: number
  cases: number
}

async function scores(ctx: Ctx, scope: Scope): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`
    select ${isNow(scope.period)} as now, score, sum(cases)::int as cases
    from daily_scores where ${where(ctx, scope)} group by 1, 2`.execute(ctx.db)
  return rows
}

/** Cases nobody has answered, whenever they were opened, and the oldest of them. */
async function unanswered(
  ctx: Ctx,
  channelId: string | null,
): Promise<{ cases: number; oldest: { id: string; opened_at: Date } | undefined }> {
  const counted = await sql<{ cases: number }>`
    select coalesce(sum(unanswered), 0)::int as cases from daily_cases
    where workspace_id = ${ctx.workspaceId} and (${channelId}::uuid is null or channel_id = ${channelId}::uuid)`.execute(
    ctx.db,
  )
  let oldest = ctx.db
    .selectFrom('cases')
    .select(['id', 'opened_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('state', '=', 'open')
    .where('first_reply_at', 'is', null)
  if (channelId) oldest = oldest.where('channel_id', '=', channelId)
  return {
    cases: counted.rows[0]?.cases ?? 0,
    oldest: await oldest.orderBy('opened_at').orderBy('id').limit(1).executeTakeFirst(),
  }
}

async function asOf(ctx: Ctx): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom('rollup_states')
    .select('as_of')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
  return row?.as_of ?? null
}
