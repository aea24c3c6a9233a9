import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bucket, bucketOf, quantile } from './durations.ts'

function histogram(durations: number[]): Bucket[] {
  const counts = new Map<number, number>()
  for (const ms of durations) counts.set(bucketOf(ms), (counts.get(bucketOf(ms)) ?? 0) + 1)
  return [...counts].map(([bucket, cases]) => ({ bucket, cases }))
}

describe('durations', () => {
  it('a quantile is right to within a bucket, whatever the durations', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1000, max: 90 * 86_400_000 }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.5, 0.9),
        (durations, q) => {
          const sorted = [...durations].sort((a, b) => a - b)
          const exact = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] as number
          const found = quantile(histogram(durations), q) as number
          expect(found / exact).toBeGreaterThan(1 / 1.101)
          expect(found / exact).toBeLessThan(1.101)
        },
      ),
    )
  })

  it('nothing to measure is null, not zero', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([{ bucket: 3, cases: 0 }], 0.5)).toBeNull()
  })
})
