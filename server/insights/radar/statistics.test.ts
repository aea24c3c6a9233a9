import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baselineOf, expectedIn, shapeOf } from './baseline.ts'
import { discoveries } from './false-discovery.ts'
import { findCause, type TraitCount } from './find-cause.ts'
import { beganAt, findSpikes, type Seen } from './find-spikes.ts'
import { gatherSpikes } from './gather-spikes.ts'
import { liftFor, liftLeft } from './lifts.ts'
import { dayMs, hourMs, slotAt, type WeekClock } from './slots.ts'
import { logGamma, upperTail } from './tail.ts'

const kinds: Record<string, 'holiday' | 'make_up'> = {
  '2026-10-01': 'holiday',
  '2026-10-10': 'make_up',
}
const shanghai: WeekClock = {
  offsetAt: () => 8 * hourMs,
  dayKind: (day) => kinds[day] ?? null,
}

describe('the tail', () => {
  it('is that of the tables', () => {
    // Poisson: P(X ≥ 5 | 2); far out, by the first terms of the series themselves.
    expect(upperTail(5, 2, 0)).toBeCloseTo(0.052653017, 8)
    const terms = Array.from({ length: 60 }, (_, i) =>
      Math.exp((30 + i) * Math.log(10) - 10 - logGamma(31 + i)),
    )
    expect(upperTail(30, 10, 0) / terms.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
    // Negative binomial with size 1 is geometric: P(X ≥ k) = (μ / (1 + μ))^k.
    for (const k of [1, 4, 17]) expect(upperTail(k, 3, 1)).toBeCloseTo(0.75 ** k, 12)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 9)
  })

  it('sums to one with what lies below, falls with the count, rises with mean and spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.01, max: 200, noNaN: true }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (count, mean, spread) => {
          const tail = upperTail(count, mean, spread)
          expect(tail).toBeGreaterThanOrEqual(0)
          expect(tail).toBeLessThanOrEqual(1)
          expect(upperTail(count + 1, mean, spread)).toBeLessThanOrEqual(tail + 1e-12)
          expect(upperTail(count, mean * 1.1, spread)).toBeGreaterThanOrEqual(tail - 1e-12)
          if (count > 2 * mean + 5)
            expect(upperTail(count, mean, spread * 1.5)).toBeGreaterThanOrEqual(tail - 1e-15)
        },
      ),
    )
  })
})

describe('false discoveries', () => {
  it('believes nothing that is chance alone, and what lies below the line', () => {
    expect(discoveries([0.2, 0.5, 0.9], 0.05)).toEqual([])
    // Benjamini and Hochberg's own example, at 5 %: the first four.
    const chances = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ]
    expect(discoveries(chances, 0.05)).toEqual([0, 1, 2, 3])
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }),
        (chances) => {
          const found = discoveries(chances, 0.1).map((index) => chances[index])
          const reversed = [...chances].reverse()
          expect(discoveries(reversed, 0.1).map((index) => reversed[index])).toEqual(found)
        },
      ),
    )
  })
})

describe('hours of the week', () => {
  it('a holiday is a Sunday, a weekend that is worked is not', () => {
    expect(slotAt(shanghai, Date.parse('2026-03-02T02:00:00Z'))).toBe(10)
    expect(slotAt(shanghai, Date.parse('2026-10-01T02:00:00Z'))).toBe(6 * 24 + 10)
    expect(slotAt(shanghai, Date.parse('2026-10-10T02:00:00Z'))).toBe(2 * 24 + 10)
  })
})

describe('the baseline', () => {
  const from = Date.parse('2026-01-04T16:00:00Z')
  const hours = (cases: (hour: number, day: number) => number, days = 56) =>
    Array.from({ length: days * 24 }, (_, i) => ({
      at: from + i * hourMs,
      cases: cases(i % 24, Math.floor(i / 24)),
    }))
  const flat = shapeOf(
    shanghai,
    hours(() => 1),
  )
  const perDay = (cases: (hour: number, day: number) => number, days = 56) => {
    const baseline = baselineOf(shanghai, hours(cases, days), flat)
    const start = from + 56 * dayMs
    return expectedIn(shanghai, baseline, start, start + 7 * dayMs) / 7
  }

  it('knows the hours of the day and the level of the last weeks', () => {
    const baseline = baselineOf(
      shanghai,
      hours((hour) => (hour >= 9 && hour < 21 ? 10 : 0)),
      flat,
    )
    const noon = from + 56 * dayMs + 12 * hourMs
    expect(expectedIn(shanghai, baseline, noon, noon + hourMs)).toBeGreaterThan(8.5)
    expect(expectedIn(shanghai, baseline, noon - 9 * hourMs, noon - 8 * hourMs)).toBeLessThan(1)
  })

  it('is hardly moved by one past spike', () => {
    const usual = perDay(() => 2)
    const spiked = perDay((hour, day) => (day === 50 && hour > 8 ? 60 : 2))
    expect(spiked / usual).toBeLessThan(1.25)
  })

  it('expects little, but never nothing, of what was never seen', () => {
    const expected = perDay(() => 0)
    expect(expected).toBeGreaterThan(0)
    expect(expected).toBeLessThan(0.2)
  })

  it('follows growth', () => {
    expect(perDay((_, day) => (day < 28 ? 1 : 3))).toBeGreaterThan(65)
  })
})

describe('spikes', () => {
  const seen = (series: string, cases: number, usual: number): Seen => ({
    ...{ series, watched: series.split('|')[0] ?? '', minutes: 60, cases, usual, spread: 0.1 },
  })

  it('stand out among many that do not', () => {
    const quiet = Array.from({ length: 200 }, (_, i) => seen(`topic:${i}`, 3, 3))
    const found = findSpikes([...quiet, seen('topic:pay', 40, 4)])
    expect(found.map(({ series }) => series)).toEqual(['topic:pay'])
  })

  it('are none where people said so, until they are higher', () => {
    const lifts = new Map([['topic:pay', 6]])
    expect(findSpikes([seen('topic:pay', 40, 4)], lifts)).toEqual([])
    expect(findSpikes([seen('topic:pay|version=3', 40, 4)], lifts)).toEqual([])
    expect(findSpikes([seen('topic:pay', 200, 4)], lifts)).toHaveLength(1)
  })

  it('began where the height began', () => {
    const cells = [1, 0, 1, 2, 9, 12, 8, 11].map((cases, at) => ({ at, cases, usual: 1 }))
    expect(beganAt(cells)).toBe(4)
  })

  it('of the same cases are one matter, named by the most particular series', () => {
    const ids = (n: number) => new Set(Array.from({ length: n }, (_, i) => `case-${i}`))
    const of = (series: string, n: number, chance: number) => ({
      spike: { ...seen(series, n, 2), chance, shortest: 60 as const },
      caseIds: ids(n),
    })
    const matters = gatherSpikes([
      of('all', 40, 1e-20),
      of('topic:payment_refund', 36, 1e-18),
      of('topic:payment_refund|version=3.2.1', 33, 1e-16),
    ])
    expect(matters.map(({ watched, also }) => [watched, also])).toEqual([
      ['topic:payment_refund', ['all']],
    ])
  })
})

describe('the cause', () => {
  const cell = (version: string, platform: string, cases: number): TraitCount => ({
    ...{ version, platform, channel: 'app', region: '' },
    cases,
  })
  const usual = [
    cell('3.2.0', 'iOS', 30),
    cell('3.2.0', 'Android', 40),
    cell('3.2.1', 'Android', 8),
    cell('3.2.1', 'iOS', 6),
  ]

  it('is what the cases share and others do not', () => {
    const cause = findCause([cell('3.2.1', 'Android', 46), cell('3.2.0', 'iOS', 4)], [usual])
    expect(cause?.traits).toEqual({ version: '3.2.1', platform: 'Android' })
    expect(cause?.share).toBeCloseTo(0.92)
    expect(cause?.cases).toBe(46)
  })

  it('is none where the spike is spread as cases always are', () => {
    expect(
      findCause(
        usual.map((one) => ({ ...one, cases: one.cases * 3 })),
        [usual],
      ),
    ).toBeNull()
  })

  it('is not a version that everybody has by now', () => {
    const others = [cell('3.2.1', 'Android', 40), cell('3.2.1', 'iOS', 40)]
    const now = [cell('3.2.1', 'Android', 20), cell('3.2.1', 'iOS', 20)]
    expect(findCause(now, [usual, others])).toBeNull()
  })
})

describe('a lift', () => {
  it('wears off by half in a fortnight', () => {
    const at = new Date('2026-03-01T00:00:00Z')
    expect(liftLeft({ times: 5, at }, at)).toBe(5)
    expect(liftLeft({ times: 5, at }, new Date('2026-03-15T00:00:00Z'))).toBe(3)
  })

  it('grows with the height that was no problem, and is never lowered by another', () => {
    expect(liftFor(10, 0.8, 1)).toBeCloseTo(4.2)
    expect(liftFor(3, 0.8, 4)).toBe(4)
    expect(liftFor(1000, 0.8, 1)).toBe(8)
  })
})
