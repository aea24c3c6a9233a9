/** The curve of an alert: what came around it, and the band in which nearly all usually falls. */
import type { AlertDetail } from '../../../contract/radar.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Alert } from './alert.ts'
import { expectedIn } from './baseline.ts'
import { baselinesOf, historyOf, weekClockOf } from './baselines.ts'
import { dayMs, hourMs } from './slots.ts'
import type { Grain } from './tables.ts'
import { upperTail } from './tail.ts'

interface Frame {
  grain: Grain
  stepMs: number
  from: number
  to: number
}

/** One in a hundred falls above the band by chance. */
const beyondBand = 0.01
const shortestMs = 6 * hourMs
const fiveMinutesMs = 300_000

export async function drawCurve(ctx: Ctx, alert: Alert): Promise<AlertDetail['curve']> {
  const frame = await frameOf(ctx, alert)
  const [counts, clock, since, releases] = await Promise.all([
    countsIn(ctx, alert.watched, frame),
    weekClockOf(ctx),
    historyOf(ctx),
    releasesIn(ctx, frame),
  ])
  const baselines = since ? await baselinesOf(ctx, clock, [alert.watched], since) : new Map()
  const baseline = baselines.get(alert.watched)
  const points: AlertDetail['curve']['points'] = []
  for (let at = frame.from; at < frame.to; at += frame.stepMs) {
    const usual = baseline ? expectedIn(clock, baseline, at, at + frame.stepMs) : 0
    points.push({
      at: new Date(at).toISOString(),
      cases: counts.get(at) ?? 0,
      usual,
      high: highest(usual, baseline?.hourSpread ?? 0),
    })
  }
  return { minutes: frame.stepMs / 60_000, points, releases }
}

/** Five minutes apart while these are kept and few, by the hour otherwise. */
async function frameOf(ctx: Ctx, alert: Alert): Promise<Frame> {
  const began = alert.began_at.getTime()
  const to = Math.min(ctx.now().getTime(), (alert.ended_at ?? ctx.now()).getTime() + hourMs)
  const reach = await ctx.db
    .selectFrom('radar_states')
    .select('five_minutes_from')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
  const isShort = alert.found.minutes <= 60 && to - began < 12 * hourMs
  const from = began - Math.max(shortestMs, (to - began) / 2)
  if (isShort && reach && from >= reach.five_minutes_from.getTime())
    return framed('five_minutes', fiveMinutesMs, from, to)
  return framed('hour', hourMs, Math.min(from, began - 2 * dayMs), to)
}

function framed(grain: Grain, stepMs: number, from: number, to: number): Frame {
  const start = Math.floor(from / stepMs) * stepMs
  return { grain, stepMs, from: start, to: Math.max(to, start + stepMs) }
}

async function countsIn(
  ctx: Ctx,
  watched: string,
  { grain, from, to }: Frame,
): Promise<Map<number, number>> {
  const rows = await ctx.db
    .selectFrom('radar_counts')
    .select(['at', (eb) => eb.fn.sum<number>('cases').as('cases')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('grain', '=', grain)
    .where('watched', '=', watched)
    .where('at', '>=', new Date(from))
    .where('at', '<', new Date(to))
    .groupBy('at')
    .execute()
  return new Map(rows.map(({ at, cases }) => [at.getTime(), Number(cases)]))
}

async function releasesIn(ctx: Ctx, { from, to }: Frame) {
  const rows = await ctx.db
    .selectFrom('releases')
    .select(['id', 'name', 'published_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('published_at', '>=', new Date(from))
    .where('published_at', '<', new Date(to))
    .orderBy('published_at')
    .execute()
  return rows.flatMap(({ id, name, published_at }) =>
    published_at ? [{ id, name, at: published_at.toISOString() }] : [],
  )
}

/** The count that is passed once in a hundred times. */
function highest(usual: number, spread: number): number {
  let count = Math.ceil(usual)
  while (upperTail(count + 1, usual, spread) > beyondBand) count += 1
  return count
}
