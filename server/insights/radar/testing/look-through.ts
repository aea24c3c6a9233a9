/** Lets the radar look at made-up cases every five minutes, as it would have at the time. */
import { baselineOf, shapeOf } from '../baseline.ts'
import { findSpikes, type Spike } from '../find-spikes.ts'
import { dayMs, hourMs, type WeekClock } from '../slots.ts'
import type { Shares } from '../tables.ts'
import { partsOf, seenIn, type WatchedCount, windowsAt } from '../watch.ts'
import type { MadeCase } from './made-up-year.ts'

const cellMs = 300_000
const historyMs = 56 * dayMs
const leastCustomers = 5

export interface Sighting {
  at: number
  spikes: Spike[]
}

/** Every look from `from` on that saw something. */
export function lookThrough(
  clock: WeekClock,
  cases: readonly MadeCase[],
  { from, to }: { from: number; to: number },
): Sighting[] {
  const hourly = countHours(cases)
  const first = cases[0]?.at ?? from
  const counts = new Map<string, WatchedCount>()
  const edges = { now: 0, short: 0, hour: 0, day: 0 }
  const sightings: Sighting[] = []
  let baselines = new Map<string, ReturnType<typeof baselineOf> & { shares: Shares }>()
  for (let at = from; at < to; at += cellMs) {
    if ((at - from) % dayMs === 0) baselines = baselinesAt(clock, hourly, cases, first, at)
    const windows = windowsAt(at)
    const before = edges.now
    slide(cases, counts, edges, windows)
    // Nothing came since: nothing new can stand out.
    if (edges.now === before) continue
    const active = [...counts.values()].filter(({ day }) => day > 0)
    const spikes = findSpikes(seenIn(clock, windows, active, baselines)).filter((spike) =>
      isManyCustomers(cases, edges.now, spike, at),
    )
    if (spikes.length > 0) sightings.push({ at, spikes })
  }
  return sightings
}

/** Sightings that follow each other closely are one alarm. */
export function alarmsIn(sightings: readonly Sighting[]): Sighting[][] {
  const alarms: Sighting[][] = []
  for (const sighting of sightings) {
    const last = alarms.at(-1)?.at(-1)
    const day = last?.spikes.some(({ minutes }) => minutes === 1440)
    if (last && sighting.at - last.at < (day ? 24 : 2) * hourMs) alarms.at(-1)?.push(sighting)
    else alarms.push([sighting])
  }
  return alarms
}

function isManyCustomers(
  cases: readonly MadeCase[],
  end: number,
  spike: Spike,
  at: number,
): boolean {
  const { watched, slice } = partsOf(spike.series)
  const customers = new Set<string>()
  for (let i = end - 1; i >= 0; i--) {
    const one = cases[i] as MadeCase
    if (one.at < at - spike.minutes * 60_000) break
    if (watched !== 'all' && watched !== `topic:${one.topic}`) continue
    if (Object.entries(slice).every(([name, value]) => one[name as 'version'] === value))
      customers.add(one.customer)
  }
  return customers.size >= leastCustomers
}

/** Takes in what came and lets go what is past, window by window. */
function slide(
  cases: readonly MadeCase[],
  counts: Map<string, WatchedCount>,
  edges: { now: number; short: number; hour: number; day: number },
  windows: { now: number; short: number; hour: number; day: number },
): void {
  const change = (one: MadeCase, by: Partial<Record<'short' | 'hour' | 'day', number>>) => {
    for (const watched of ['all', `topic:${one.topic}`]) {
      const { version, platform, channel, region } = one
      const key = [watched, version, platform, channel, region].join('|')
      const count = counts.get(key) ?? {
        watched,
        version,
        platform,
        channel,
        region,
        short: 0,
        hour: 0,
        day: 0,
      }
      count.short += by.short ?? 0
      count.hour += by.hour ?? 0
      count.day += by.day ?? 0
      if (count.day > 0) counts.set(key, count)
      else counts.delete(key)
    }
  }
  for (; (cases[edges.now]?.at ?? Infinity) < windows.now; edges.now++)
    change(cases[edges.now] as MadeCase, { short: 1, hour: 1, day: 1 })
  for (const name of ['short', 'hour', 'day'] as const)
    for (
      ;
      edges[name] < edges.now && (cases[edges[name]] as MadeCase).at < windows[name];
      edges[name]++
    )
      change(cases[edges[name]] as MadeCase, { [name]: -1 })
}

function countHours(cases: readonly MadeCase[]): Map<string, Map<number, number>> {
  const hourly = new Map<string, Map<number, number>>()
  for (const { at, topic } of cases)
    for (const watched of ['all', `topic:${topic}`]) {
      const hours = hourly.get(watched) ?? new Map<number, number>()
      const hour = Math.floor(at / hourMs) * hourMs
      hours.set(hour, (hours.get(hour) ?? 0) + 1)
      hourly.set(watched, hours)
    }
  return hourly
}

function baselinesAt(
  clock: WeekClock,
  hourly: Map<string, Map<number, number>>,
  cases: readonly MadeCase[],
  first: number,
  at: number,
) {
  const from = Math.max(Math.floor(first / hourMs) * hourMs, at - historyMs)
  const hoursOf = (watched: string) => {
    const hours = []
    for (let hour = from; hour < at; hour += hourMs)
      hours.push({ at: hour, cases: hourly.get(watched)?.get(hour) ?? 0 })
    return hours
  }
  const pooled = shapeOf(clock, hoursOf('all'))
  const shares = sharesAt(cases, at)
  return new Map(
    [...hourly.keys()].map((watched) => [
      watched,
      {
        ...baselineOf(clock, hoursOf(watched), pooled),
        shares: shares.get(watched) ?? { cases: 0, slices: {} },
      },
    ]),
  )
}

function sharesAt(cases: readonly MadeCase[], at: number): Map<string, Shares> {
  const found = new Map<string, Shares>()
  for (const one of cases) {
    if (one.at < at - 28 * dayMs || one.at >= at - dayMs) continue
    for (const watched of ['all', `topic:${one.topic}`]) {
      const shares = found.get(watched) ?? { cases: 0, slices: {} }
      shares.cases += 1
      for (const name of ['channel', 'platform', 'region'] as const)
        if (one[name] !== '')
          shares.slices[`${name}=${one[name]}`] = (shares.slices[`${name}=${one[name]}`] ?? 0) + 1
      found.set(watched, shares)
    }
  }
  return found
}
