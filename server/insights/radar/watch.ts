/** What one look sees: every active series and its slices over the last minutes, hour and day. Pure. */
import { type Baseline, expectedIn } from './baseline.ts'
import type { SomeTraits, TraitName, Traits } from './find-cause.ts'
import type { Seen, WindowMinutes } from './find-spikes.ts'
import { dayMs, hourMs, type WeekClock } from './slots.ts'
import type { Shares } from './tables.ts'

/** Cases of a series with the same traits, over each window. */
export interface WatchedCount extends Traits {
  watched: string
  short: number
  hour: number
  day: number
}

/** From where each window reaches to now. */
export interface Windows {
  now: number
  short: number
  hour: number
  day: number
}

const minutesOf = { short: 10, hour: 60, day: 1440 } as const satisfies Record<
  string,
  WindowMinutes
>
type WindowName = keyof typeof minutesOf
const windowNames = Object.keys(minutesOf) as WindowName[]
const sliced: readonly TraitName[] = ['channel', 'platform', 'region', 'version']
/** As if the whole workspace had had so many cases more, as usual: quiet days tell little of the tide. */
const calm = 20
const highestTide = 3
/** As if a slice had had this part of a case before. */
const doubt = 0.5
/** A slice varies beyond what its series does. */
const sliceSpread = 0.08

/** The five-minute grid: the short windows end at its last line. The day is counted in whole hours. */
export function windowsAt(at: number): Windows {
  const now = Math.floor(at / 300_000) * 300_000
  return {
    now,
    short: now - 600_000,
    hour: now - hourMs,
    day: Math.floor(now / hourMs) * hourMs - dayMs + hourMs,
  }
}

function seriesOf(watched: string, slice: SomeTraits): string {
  const [trait] = Object.entries(slice)
  return trait ? `${watched}|${trait[0]}=${trait[1]}` : watched
}

export function partsOf(series: string): { watched: string; slice: SomeTraits } {
  const [watched = '', slice = ''] = series.split('|')
  const [name, ...value] = slice.split('=')
  return { watched, slice: slice === '' ? {} : { [name as TraitName]: value.join('=') } }
}

/**
 * A slice is expected to be the part of its series that it usually is. A version is not judged by its
 * own past, for it has none on the day it comes out, but by what part of everything else it brings now.
 */
export function seenIn(
  clock: WeekClock,
  windows: Windows,
  counts: readonly WatchedCount[],
  baselines: ReadonlyMap<string, Baseline & { shares: Shares }>,
): Seen[] {
  const byWatched = Map.groupBy(counts, ({ watched }) => watched)
  const whole = byWatched.get('all') ?? []
  const all = { seen: sumOf(whole), usual: usualOf(clock, windows, baselines.get('all')) }
  const onVersion = sumBy(whole, 'version')
  const seen: Seen[] = []
  for (const [watched, own] of byWatched) {
    const baseline = baselines.get(watched)
    if (!baseline) continue
    const cases = sumOf(own)
    const usual = watched === 'all' ? all.usual : usualOf(clock, windows, baseline)
    const tide = watched === 'all' ? 1 : tideOf(all.seen.day - cases.day, all.usual.day - usual.day)
    const expect = (share: number) => (name: WindowName) => usual[name] * tide * share
    push(seen, watched, {}, cases, expect(1), baseline)
    for (const name of sliced)
      for (const [value, part] of sumBy(own, name)) {
        const isNew = name === 'version'
        if (value === '' || (isNew && watched === 'all')) continue
        const share = isNew
          ? (onVersion.get(value)?.day ?? 0) - part.day + doubt
          : (baseline.shares.slices[`${name}=${value}`] ?? 0) + doubt
        const of = isNew ? Math.max(0, all.seen.day - cases.day) : baseline.shares.cases
        const slice = { ...baseline, hourSpread: baseline.hourSpread + sliceSpread }
        const usually = Math.min(1, share / (of + 1))
        push(seen, watched, { [name]: value }, part, expect(usually), slice)
      }
  }
  return seen
}

function usualOf(
  clock: WeekClock,
  windows: Windows,
  baseline: Baseline | undefined,
): Record<WindowName, number> {
  if (!baseline) return { short: 0, hour: 0, day: 0 }
  return {
    short: expectedIn(clock, baseline, windows.short, windows.now),
    hour: expectedIn(clock, baseline, windows.hour, windows.now),
    day: expectedIn(clock, baseline, windows.day, windows.now),
  }
}

function push(
  seen: Seen[],
  watched: string,
  slice: SomeTraits,
  cases: Record<WindowName, number>,
  usual: (name: WindowName) => number,
  baseline: Baseline,
): void {
  const series = seriesOf(watched, slice)
  for (const name of windowNames)
    seen.push({
      series,
      watched,
      minutes: minutesOf[name],
      cases: cases[name],
      usual: usual(name),
      spread: name === 'day' ? baseline.daySpread : baseline.hourSpread,
    })
}

/** On a day when everything comes twice as often, so may each part. */
function tideOf(seen: number, usual: number): number {
  return Math.min(highestTide, Math.max(1, (seen + calm) / (Math.max(0, usual) + calm)))
}

type Sums = Record<WindowName, number>

function sumOf(counts: readonly WatchedCount[]): Sums {
  const sum = { short: 0, hour: 0, day: 0 }
  for (const count of counts) addTo(sum, count)
  return sum
}

function sumBy(counts: readonly WatchedCount[], name: TraitName): Map<string, Sums> {
  const sums = new Map<string, Sums>()
  for (const count of counts) {
    const sum = sums.get(count[name]) ?? { short: 0, hour: 0, day: 0 }
    addTo(sum, count)
    sums.set(count[name], sum)
  }
  return sums
}

function addTo(sum: Sums, count: WatchedCount): void {
  sum.short += count.short
  sum.hour += count.hour
  sum.day += count.day
}
