/** What came lately, for a look: counts by series and traits, and the cases themselves. */
import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { SomeTraits } from './find-cause.ts'
import { dayMs } from './slots.ts'
import type { RadarCasesTable } from './tables.ts'
import { partsOf, type WatchedCount, type Windows } from './watch.ts'

export type RecentCase = Pick<
  Selectable<RadarCasesTable>,
  | 'case_id'
  | 'at'
  | 'customer_id'
  | 'channel_id'
  | 'version'
  | 'platform'
  | 'region'
  | 'watched'
  | 'amount'
>
/** An alert older than this shows its newest cases only. */
export const longestAlertMs = 14 * dayMs
const mostCases = 20_000
const youngProblemMs = 2 * dayMs

/** Counts of every series that is active; from rows of the last hour and hours of the last day. */
export async function loadCounts(ctx: Ctx, windows: Windows): Promise<WatchedCount[]> {
  const { rows } = await sql<WatchedCount>`
    select watched, version, platform, channel_id::text as channel, region,
      coalesce(sum(cases) filter (where grain = 'five_minutes' and at >= ${new Date(windows.short)}), 0)::int as short,
      coalesce(sum(cases) filter (where grain = 'five_minutes'), 0)::int as hour,
      coalesce(sum(cases) filter (where grain = 'hour'), 0)::int as day
    from radar_counts
    where workspace_id = ${ctx.workspaceId}::uuid and (
      (grain = 'five_minutes' and at >= ${new Date(windows.hour)} and at < ${new Date(windows.now)})
      or (grain = 'hour' and at >= ${new Date(windows.day)} and at <= ${new Date(windows.now)}))
    group by 1, 2, 3, 4, 5 having sum(cases) > 0`.execute(ctx.db)
  const young = await youngProblems(ctx)
  return rows.filter(({ watched }) => !young.has(watched))
}

/** A problem that was just named is given its cases by people, many at once. */
async function youngProblems(ctx: Ctx): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('problems')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('created_at', '>', new Date(ctx.now().getTime() - youngProblemMs))
    .execute()
  return new Set(rows.map(({ id }) => `problem:${id}`))
}

/** Cases since then, the newest first. */
export function loadCases(ctx: Ctx, since: Date): Promise<RecentCase[]> {
  return ctx.db
    .selectFrom('radar_cases')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(mostCases)
    .execute()
}

/** Does a case count in this series? */
export function isIn(one: RecentCase, series: string): boolean {
  const { watched, slice } = partsOf(series)
  return one.watched.includes(watched) && hasTraits(one, slice)
}

export function hasTraits(one: RecentCase, traits: SomeTraits): boolean {
  const { channel_id: channel, version, platform, region } = one
  const own = { channel, version, platform, region }
  return Object.entries(traits).every(([name, value]) => own[name as 'region'] === value)
}
