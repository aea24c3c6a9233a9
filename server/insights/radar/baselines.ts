/** Baselines as they are kept: worked out anew once a day for what is active, read otherwise. */
import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { chineseDay, loadCalendar, loadSettings, zoneOf } from '../../workspaces/index.ts'
import { type Baseline, baselineOf, type HourCount, shapeOf } from './baseline.ts'
import { dayMs, hourMs, type WeekClock } from './slots.ts'
import type { Shares } from './tables.ts'

/** So far back a baseline looks, and the shares of slices. */
const weeksMs = 56 * dayMs
const sharesMs = 28 * dayMs
const freshMs = dayMs
/** A workspace this young has nothing usual yet. */
export const youngestMs = 14 * dayMs
/** Slices beside these of a series are too small to be watched. */
const mostSlices = 60

export type KnownBaseline = Baseline & { shares: Shares }

/** Hours of the week in the workspace's zone, holidays by its calendar. */
export async function weekClockOf(
  ctx: Pick<Ctx, 'db' | 'workspaceId' | 'now'>,
): Promise<WeekClock> {
  const [{ timeZone }, calendar] = await Promise.all([loadSettings(ctx), loadCalendar(ctx)])
  const zone = zoneOf(timeZone)
  const own = new Map(calendar.exceptions.map(({ day, working }) => [day, working]))
  // People in China keep its holidays whether or not the operator's desk does.
  const isChina = calendar.chineseHolidays || timeZone === 'Asia/Shanghai'
  const known = new Map<string, 'holiday' | 'make_up' | null>()
  return {
    offsetAt: zone.offsetAt,
    dayKind(day) {
      let kind = known.get(day)
      if (kind === undefined) {
        const working = own.get(day)
        if (working !== undefined) kind = working ? 'make_up' : 'holiday'
        else kind = isChina ? chineseDay(day) : null
        known.set(day, kind)
      }
      return kind
    },
  }
}

/** Since when the workspace has cases, looking back no further than a baseline does; null: none. */
export async function historyOf(ctx: Ctx): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom('radar_counts')
    .select('at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('grain', '=', 'hour')
    .where('watched', '=', 'all')
    .where('at', '>=', new Date(ctx.now().getTime() - weeksMs))
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** What is usual of each of these series. Cost grows with the series that are active, once a day each. */
export async function baselinesOf(
  ctx: Ctx,
  clock: WeekClock,
  series: readonly string[],
  since: Date,
): Promise<Map<string, KnownBaseline>> {
  const asked = [...new Set(['all', ...series])]
  const known = await loadKnown(ctx, asked)
  const missing = asked.filter((one) => !known.has(one))
  if (missing.length === 0) return known
  const until = Math.floor(ctx.now().getTime() / hourMs) * hourMs
  const from = Math.max(Math.floor(since.getTime() / hourMs) * hourMs, until - weeksMs)
  const [counts, shares] = await Promise.all([
    hourCounts(ctx, [...new Set(['all', ...missing])], from, until),
    sharesOf(ctx, missing, until),
  ])
  const hoursOf = (one: string) => gapless(counts.get(one) ?? new Map(), from, until)
  const pooled = shapeOf(clock, hoursOf('all'))
  const made = missing.map((one) => ({
    watched: one,
    ...baselineOf(clock, hoursOf(one), pooled),
    shares: shares.get(one) ?? { cases: 0, slices: {} },
  }))
  await keep(ctx, made)
  for (const one of made) known.set(one.watched, one)
  return known
}

async function loadKnown(ctx: Ctx, asked: string[]): Promise<Map<string, KnownBaseline>> {
  const rows = await ctx.db
    .selectFrom('radar_baselines')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('watched', 'in', asked)
    .where('made_at', '>', new Date(ctx.now().getTime() - freshMs))
    .execute()
  return new Map(
    rows.map(({ watched, rates, hour_spread, day_spread, shares }) => [
      watched,
      { rates, hourSpread: hour_spread, daySpread: day_spread, shares },
    ]),
  )
}

async function hourCounts(ctx: Ctx, series: string[], from: number, until: number) {
  const rows = await ctx.db
    .selectFrom('radar_counts')
    .select(['watched', 'at', (eb) => eb.fn.sum<number>('cases').as('cases')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('grain', '=', 'hour')
    .where('watched', 'in', series)
    .where('at', '>=', new Date(from))
    .where('at', '<', new Date(until))
    .groupBy(['watched', 'at'])
    .execute()
  const found = new Map<string, Map<number, number>>()
  for (const { watched, at, cases } of rows) {
    const hours = found.get(watched) ?? new Map<number, number>()
    hours.set(at.getTime(), Number(cases))
    found.set(watched, hours)
  }
  return found
}

function gapless(counts: Map<number, number>, from: number, until: number): HourCount[] {
  const hours: HourCount[] = []
  for (let at = from; at < until; at += hourMs) hours.push({ at, cases: counts.get(at) ?? 0 })
  return hours
}

async function sharesOf(ctx: Ctx, series: string[], until: number): Promise<Map<string, Shares>> {
  const { rows } = await sql<{ watched: string; slice: string; cases: number }>`
    select watched, s.slice, sum(cases)::int as cases
    from radar_counts c cross join lateral (values
      ('channel=' || c.channel_id::text), ('platform=' || c.platform), ('region=' || c.region)) as s(slice)
    where workspace_id = ${ctx.workspaceId}::uuid and grain = 'day' and watched = any(${series}::text[])
      and at >= ${new Date(until - sharesMs)} and at < ${new Date(until - dayMs)}
    group by 1, 2 order by 3 desc`.execute(ctx.db)
  const found = new Map<string, Shares>()
  for (const { watched, slice, cases } of rows) {
    const shares = found.get(watched) ?? { cases: 0, slices: {} }
    if (slice.startsWith('channel=')) shares.cases += cases
    if (!slice.endsWith('=') && Object.keys(shares.slices).length < mostSlices)
      shares.slices[slice] = cases
    found.set(watched, shares)
  }
  return found
}

async function keep(ctx: Ctx, made: (KnownBaseline & { watched: string })[]): Promise<void> {
  await ctx.db
    .insertInto('radar_baselines')
    .values(
      made.map(({ watched, rates, hourSpread, daySpread, shares }) => ({
        workspace_id: ctx.workspaceId,
        watched,
        made_at: ctx.now(),
        rates,
        hour_spread: hourSpread,
        day_spread: daySpread,
        shares: json(shares),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'watched']).doUpdateSet((eb) => ({
        made_at: eb.ref('excluded.made_at'),
        rates: eb.ref('excluded.rates'),
        hour_spread: eb.ref('excluded.hour_spread'),
        day_spread: eb.ref('excluded.day_spread'),
        shares: eb.ref('excluded.shares'),
      })),
    )
    .execute()
}
