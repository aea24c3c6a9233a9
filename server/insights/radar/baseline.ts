/**
 * What is usual of one series: how many cases each hour of the week brings, and how much that varies.
 * Pure. Robust: a past spike counts for no more than a busy hour. Safe with few cases: what a small
 * series has not shown by itself it borrows from the whole workspace.
 */
import { hourMs, slotAt, slotsOfWeek, type WeekClock } from './slots.ts'

export interface Baseline {
  /** Cases to expect in each hour of the week. */
  rates: number[]
  /** Variance beyond chance, as part of the squared mean: of an hour, and of a day. */
  hourSpread: number
  daySpread: number
}

/** Cases of one hour, the hours in order and without gaps. */
export interface HourCount {
  at: number
  cases: number
}

/** Days after which a day counts half as much for the level. */
const halfLifeDays = 10
/** The level looks back so far; the shape of the week at all there is. */
const levelHours = 28 * 24
/** An hour counts at most so many times its slot's median, and some. */
const hourCap = { times: 3, plus: 3 }
const dayCap = { times: 2.5, plus: 5 }
/** As if the workspace had seen so many cases, spread evenly, before. */
const evenCases = 60
/** As if a series had seen so many cases, spread as those of the whole workspace. */
const borrowedCases = 300
/** As if a new series had seen this before: never nothing. */
const leastCases = 0.5
/** What varies of feedback elsewhere; own figures outweigh it with time. */
const usualSpread = { hour: 0.14, day: 0.07, weight: 300 }
const spreadBounds = { least: 0.05, most: 0.8 }

/** The shape of a week, summing to 1, of everything that the workspace receives. */
export function shapeOf(clock: WeekClock, hours: readonly HourCount[]): number[] {
  const { sums, counts } = perSlot(clock, hours)
  const means = sums.map((sum, slot) => sum / Math.max(1, counts[slot] ?? 0))
  const smooth = means.map(
    (mean, slot) => 0.5 * mean + 0.25 * (at(means, slot - 1) + at(means, slot + 1)),
  )
  const total = sums.reduce((a, b) => a + b, 0)
  const week = smooth.reduce((a, b) => a + b, 0)
  return smooth.map((mean) => {
    const own = week > 0 ? mean / week : 0
    return (own * total + evenCases / slotsOfWeek) / (total + evenCases)
  })
}

/** What is usual of a series, given the shape of the whole; `hours` end where the last full hour ends. */
export function baselineOf(
  clock: WeekClock,
  hours: readonly HourCount[],
  pooled: readonly number[],
): Baseline {
  const own = shapeOf(clock, hours)
  const total = hours.reduce((sum, { cases }) => sum + cases, 0)
  const shape = own.map(
    (share, slot) =>
      (share * total + (pooled[slot] ?? 0) * borrowedCases) / (total + borrowedCases),
  )
  const slots = hours.map((hour) => slotAt(clock, hour.at))
  const level = levelOf(hours, slots, shape)
  const rates = shape.map((share) => share * level)
  return { rates, ...spreadsOf(hours, slots, rates) }
}

/** Cases to expect between two instants. */
export function expectedIn(
  clock: WeekClock,
  { rates }: Pick<Baseline, 'rates'>,
  from: number,
  to: number,
): number {
  let sum = 0
  for (let hour = Math.floor(from / hourMs) * hourMs; hour < to; hour += hourMs) {
    const part = Math.min(to, hour + hourMs) - Math.max(from, hour)
    sum += ((rates[slotAt(clock, hour)] ?? 0) * part) / hourMs
  }
  return sum
}

/** Cases a week, the last days weighing most. */
function levelOf(hours: readonly HourCount[], slots: number[], shape: readonly number[]): number {
  const recent = Math.min(hours.length, levelHours)
  const days: { cases: number; share: number; weight: number }[] = []
  for (let end = hours.length; end > hours.length - recent; end -= 24) {
    const from = Math.max(0, end - 24)
    days.push({
      cases: sumOf(hours.slice(from, end).map(({ cases }) => cases)),
      share: sumOf(slots.slice(from, end).map((slot) => shape[slot] ?? 0)),
      weight: 2 ** (-days.length / halfLifeDays),
    })
  }
  const cap = capOf(
    days.map(({ cases }) => cases),
    dayCap,
  )
  const cases = sumOf(days.map((day) => day.weight * Math.min(day.cases, cap)))
  const weeks = sumOf(days.map((day) => day.weight * day.share))
  return (cases + leastCases) / Math.max(weeks, 1 / 7)
}

function spreadsOf(
  hours: readonly HourCount[],
  slots: number[],
  rates: number[],
): Pick<Baseline, 'hourSpread' | 'daySpread'> {
  const from = Math.max(0, hours.length - levelHours)
  const pairs = hours.slice(from).map(({ cases }, index) => ({
    seen: cases,
    mean: rates[slots[from + index] ?? 0] ?? 0,
  }))
  const days: typeof pairs = []
  for (let start = 0; start + 24 <= pairs.length; start += 24) {
    const day = pairs.slice(start, start + 24)
    days.push({
      seen: sumOf(day.map(({ seen }) => seen)),
      mean: sumOf(day.map(({ mean }) => mean)),
    })
  }
  return {
    hourSpread: spreadOf(pairs, usualSpread.hour),
    daySpread: spreadOf(days, usualSpread.day),
  }
}

/** By moments: how much more than chance the counts leave their means, past spikes cut. */
function spreadOf(pairs: readonly { seen: number; mean: number }[], usual: number): number {
  let beyond = usual * usualSpread.weight
  let weight = usualSpread.weight
  for (const { seen, mean } of pairs) {
    const cut = Math.min(seen, hourCap.times * mean + hourCap.plus)
    beyond += (cut - mean) ** 2 - mean
    weight += mean ** 2
  }
  return Math.min(spreadBounds.most, Math.max(spreadBounds.least, beyond / weight))
}

function perSlot(clock: WeekClock, hours: readonly HourCount[]) {
  const seen: number[][] = Array.from({ length: slotsOfWeek }, () => [])
  for (const { at: hour, cases } of hours) seen[slotAt(clock, hour)]?.push(cases)
  const sums = seen.map((values) => {
    const cap = capOf(values, hourCap)
    return sumOf(values.map((value) => Math.min(value, cap)))
  })
  return { sums, counts: seen.map(({ length }) => length) }
}

function capOf(values: readonly number[], cap: { times: number; plus: number }): number {
  const sorted = [...values].sort((a, b) => a - b)
  return cap.times * (sorted[Math.floor(sorted.length / 2)] ?? 0) + cap.plus
}

function at(values: readonly number[], slot: number): number {
  return values[(slot + slotsOfWeek) % slotsOfWeek] ?? 0
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
