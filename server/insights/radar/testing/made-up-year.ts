/**
 * A year of cases as a workspace might receive them, made up from a seed: weeks and hours, holidays,
 * sales, growth, good and bad days, versions that come out, and, where asked, a spike.
 */

import type { Traits } from '../find-cause.ts'
import { dayMs, hourMs } from '../slots.ts'

export interface MadeCase extends Traits {
  at: number
  topic: string
  customer: string
}

export interface Injected {
  from: number
  to: number
  topic: string
  /** So many times the usual of the topic, all of it with these traits. */
  times: number
  traits: Partial<Traits>
}

export interface YearWish {
  seed: number
  /** Local midnight of the first day. */
  from: number
  days: number
  casesPerDay: number
  injected?: Injected[]
}

/** Parts of a whole, the first the largest, as topics usually are. */
export const topicShares: Record<string, number> = {
  payment_refund: 0.22,
  delivery: 0.18,
  product_quality: 0.15,
  function: 0.13,
  performance: 0.1,
  after_sales: 0.08,
  service_attitude: 0.06,
  account_security: 0.04,
  price: 0.025,
  content: 0.015,
}
const byHour = [
  2, 1, 0.5, 0.3, 0.3, 0.5, 1, 2, 3.6, 5, 6, 5.6, 4.8, 4.6, 5, 5.2, 5.3, 5.2, 5.6, 7, 8, 8.4, 7,
  4.4,
]
const byWeekday = [1.3, 1.1, 1.02, 1, 0.98, 0.86, 0.82]
const regions = ['广东', '浙江', '江苏', '北京', '四川', '山东', '河南', '']
const cellMs = 300_000

export function madeUpYear(wish: YearWish): MadeCase[] {
  const random = dice(wish.seed)
  const cases: MadeCase[] = []
  const hours = byHour.reduce((a, b) => a + b, 0)
  for (let day = 0; day < wish.days; day++) {
    const midnight = wish.from + day * dayMs
    const whole =
      wish.casesPerDay *
      (0.8 + (0.4 * day) / wish.days) *
      (byWeekday[(new Date(midnight + 8 * hourMs).getUTCDay() + 6) % 7] ?? 1) *
      season(midnight) *
      random.about(0.12)
    for (const [topic, share] of Object.entries(topicShares)) {
      const topicDay = whole * share * random.about(0.18)
      for (let hour = 0; hour < 24; hour++) {
        const perCell = ((topicDay * (byHour[hour] ?? 0)) / hours / 12) * random.about(0.25)
        for (let cell = 0; cell < 12; cell++) {
          const at = midnight + hour * hourMs + cell * cellMs
          push(cases, random, wish, { at, topic, mean: perCell, traits: {}, day })
          for (const one of wish.injected ?? [])
            if (one.topic === topic && at >= one.from && at < one.to)
              push(cases, random, wish, {
                at,
                topic,
                mean: perCell * (one.times - 1),
                traits: one.traits,
                day,
              })
        }
      }
    }
  }
  return cases.sort((a, b) => a.at - b.at)
}

/** Cases to expect of a topic in five minutes of an hour, without what varies. */
export function usualPerCell(wish: YearWish, topic: string, at: number): number {
  const local = new Date(at + 8 * hourMs)
  const whole =
    wish.casesPerDay *
    (0.8 + (0.4 * (at - wish.from)) / dayMs / wish.days) *
    (byWeekday[(local.getUTCDay() + 6) % 7] ?? 1)
  const hours = byHour.reduce((a, b) => a + b, 0)
  return (whole * (topicShares[topic] ?? 0) * (byHour[local.getUTCHours()] ?? 0)) / hours / 12
}

function push(
  cases: MadeCase[],
  random: Dice,
  wish: YearWish,
  of: { at: number; topic: string; mean: number; traits: Partial<Traits>; day: number },
): void {
  for (let left = random.poisson(of.mean); left > 0; left--)
    cases.push({
      at: of.at + Math.floor(random.next() * cellMs),
      topic: of.topic,
      // Some write twice.
      customer: `c${Math.floor(random.next() * wish.casesPerDay * 60)}`,
      channel: random.next() < 0.55 ? 'app' : 'portal',
      version: versionOn(of.day, random.next()),
      platform: random.next() < 0.62 ? 'Android' : 'iOS',
      region: regions[Math.floor(random.next() * regions.length)] ?? '',
      ...of.traits,
    })
}

/** A new version each five weeks; within ten days most have it. */
function versionOn(day: number, roll: number): string {
  const number = Math.floor(day / 35)
  const spread = Math.min(0.9, (day % 35) / 10)
  return `4.${roll < spread ? number : Math.max(0, number - 1)}.0`
}

/** The spring festival, the national day, and two sales with a long and a short rise. */
function season(at: number): number {
  const day = new Date(at + 8 * hourMs).toISOString().slice(5, 10)
  const within = (from: string, to: string) => day >= from && day <= to
  if (within('01-29', '02-06')) return 0.62
  if (within('10-01', '10-05')) return 0.8
  if (within('06-18', '06-20') || within('11-11', '11-13')) return 1.85
  if (within('06-05', '06-25') || within('11-01', '11-20')) return 1.4
  return 1
}

interface Dice {
  next(): number
  /** A factor around 1 (gamma) with this coefficient of variation. */
  about(variation: number): number
  poisson(mean: number): number
}

/** mulberry32: small, and good enough for counts. */
function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  /** Marsaglia and Tsang 2000. */
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  return {
    next,
    about: (variation) => gamma(1 / variation ** 2) * variation ** 2,
    poisson(mean) {
      if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
      const limit = Math.exp(-mean)
      let count = 0
      for (let product = next(); product > limit; product *= next()) count += 1
      return count
    },
  }
}
