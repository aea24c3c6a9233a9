/**
 * How good the radar is, on made-up years: false alarms a week where nothing is wrong, and how soon
 * fivefold spikes are found. An interval is the shortest of five minutes, an hour and a day in which a
 * series usually has five cases: in less nobody could tell.
 *
 *   node server/insights/radar/testing/measure.ts    prints the tables of docs/understanding.md
 */
import { dayMs, hourMs, type WeekClock } from '../slots.ts'
import { alarmsIn, lookThrough } from './look-through.ts'
import {
  type Injected,
  madeUpYear,
  topicShares,
  usualPerCell,
  type YearWish,
} from './made-up-year.ts'

export const clock: WeekClock = { offsetAt: () => 8 * hourMs, dayKind: () => null }
/** A Monday in Shanghai. */
const firstDay = Date.parse('2025-03-02T16:00:00Z')
const learningDays = 28
const fiveMinutes = 300_000
const enough = 5

export function measureAlarms(of: { seeds: readonly number[]; casesPerDay: number; days: number }) {
  let alarms = 0
  for (const seed of of.seeds) {
    const cases = madeUpYear({ seed, from: firstDay, days: of.days, casesPerDay: of.casesPerDay })
    const span = { from: firstDay + learningDays * dayMs, to: firstDay + of.days * dayMs }
    alarms += alarmsIn(lookThrough(clock, cases, span)).length
  }
  return { alarms, weeks: (of.seeds.length * (of.days - learningDays)) / 7 }
}

/** Of each interval: how many spikes, how many found within two of it, and how many intervals it took. */
export function measureSpikes(of: {
  seeds: readonly number[]
  casesPerDay: number
  spikes: number
  times?: number
}) {
  const byInterval = new Map<number, { injected: number; found: number; intervals: number[] }>()
  for (const seed of of.seeds) {
    const days = learningDays + of.spikes * 4
    const wish: YearWish = { seed, from: firstDay, days, casesPerDay: of.casesPerDay }
    const plans = Array.from({ length: of.spikes }, (_, i) => planOf(wish, seed, i, of.times ?? 5))
    const cases = madeUpYear({ ...wish, injected: plans.map(({ injected }) => injected) })
    for (const { injected, intervalMs } of plans) {
      const { from, topic } = injected
      const soon = { from: from + fiveMinutes, to: from + 2 * intervalMs + fiveMinutes }
      // Looks begin at the start of a day, as baselines do.
      const midnight = Math.floor((from - firstDay) / dayMs) * dayMs + firstDay
      const hit = lookThrough(clock, cases, { from: midnight, to: soon.to }).find(
        ({ at, spikes }) =>
          at >= soon.from &&
          spikes.some(({ watched }) => watched === `topic:${topic}` || watched === 'all'),
      )
      const row = byInterval.get(intervalMs) ?? { injected: 0, found: 0, intervals: [] }
      row.injected += 1
      if (hit) {
        row.found += 1
        row.intervals.push((hit.at - from) / intervalMs)
      }
      byInterval.set(intervalMs, row)
    }
  }
  const rows = [...byInterval.values()]
  return {
    injected: rows.reduce((sum, row) => sum + row.injected, 0),
    found: rows.reduce((sum, row) => sum + row.found, 0),
    byInterval,
  }
}

/** A topic that has five cases a day, and an hour, by the seed; the spike lasts two intervals, most of it on one version. */
function planOf(
  wish: YearWish,
  seed: number,
  i: number,
  times: number,
): { injected: Injected; intervalMs: number } {
  const hour = [10, 20, 15, 21, 12, 3][(seed + i) % 6] as number
  const from = wish.from + (learningDays + i * 4 + 1) * dayMs + hour * hourMs
  const perDay = (topic: string) =>
    Array.from({ length: 288 }, (_, cell) =>
      usualPerCell(wish, topic, from + cell * fiveMinutes),
    ).reduce((a, b) => a + b, 0)
  const topics = Object.keys(topicShares).filter((topic) => perDay(topic) >= enough)
  const topic = topics[(seed * 7 + i * 3) % topics.length] as string
  const perCell = usualPerCell(wish, topic, from)
  let intervalMs = dayMs
  if (perCell >= enough) intervalMs = fiveMinutes
  else if (perCell * 12 >= enough) intervalMs = hourMs
  const injected = {
    from,
    to: from + 2 * intervalMs,
    topic,
    times,
    traits: { platform: 'Android' },
  }
  return { injected, intervalMs }
}

if (import.meta.main) {
  const seeds = (count: number) => Array.from({ length: count }, (_, i) => 100 + i)
  for (const [casesPerDay, count, days] of [
    [17, 4, 365],
    [100, 3, 365],
    [600, 1, 200],
  ] as const) {
    const { alarms, weeks } = measureAlarms({ seeds: seeds(count), casesPerDay, days })
    print({
      casesPerDay,
      weeks: Math.round(weeks),
      alarms,
      perWeek: Number((alarms / weeks).toFixed(3)),
    })
  }
  for (const casesPerDay of [100, 1000, 10_000]) {
    const count = casesPerDay > 5000 ? 2 : 6
    const { byInterval } = measureSpikes({ seeds: seeds(count), casesPerDay, spikes: 6 })
    for (const [intervalMs, { injected, found, intervals }] of byInterval)
      print({
        casesPerDay,
        intervalMinutes: intervalMs / 60_000,
        injected,
        foundWithinTwo: found,
        medianIntervals: Number(
          (intervals.sort((a, b) => a - b)[intervals.length >> 1] ?? 0).toFixed(2),
        ),
      })
  }
}

function print(row: object): void {
  process.stdout.write(`${JSON.stringify(row)}\n`)
}
