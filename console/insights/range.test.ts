import { describe, expect, test } from 'vitest'
import { bucketIndex, bucketsOf } from './buckets.ts'
import { presetRange, rangeIn } from './range.ts'

/** 00:30 on 1 March in Shanghai, still 28 February in UTC. */
const now = Date.parse('2026-02-28T16:30:00Z')
const zone = 'Asia/Shanghai'

describe('periods', () => {
  test.each([
    ['week', '2026-02-23', '2026-03-01'],
    ['month', '2026-01-31', '2026-03-01'],
    ['year', '2025-03-02', '2026-03-01'],
    ['thisMonth', '2026-03-01', '2026-03-01'],
    ['lastMonth', '2026-02-01', '2026-02-28'],
  ] as const)('%s ends where the workspace has today', (preset, from, to) => {
    expect(presetRange(preset, now, zone)).toEqual({ from, to })
  })

  test('an address that makes no sense asks for nothing', () => {
    expect(rangeIn({ from: '2026-02-01', to: '2026-02-03' })).toEqual({
      from: '2026-02-01',
      to: '2026-02-03',
    })
    expect(rangeIn({ from: '2026-02-03', to: '2026-02-01' })).toBeNull()
    expect(rangeIn({ from: 'yesterday', to: '2026-02-01' })).toBeNull()
  })
})

describe('columns', () => {
  test('are days for a month and weeks beyond two', () => {
    expect(bucketsOf({ from: '2026-02-01', to: '2026-02-28' }, 'day')).toHaveLength(28)
    expect(bucketsOf({ from: '2026-01-01', to: '2026-03-31' }, 'day')).toHaveLength(13)
    expect(bucketsOf({ from: '2025-03-02', to: '2026-03-01' }, 'week')).toHaveLength(53)
  })

  test('cover every day once and begin where the server begins its weeks', () => {
    const buckets = bucketsOf({ from: '2025-03-05', to: '2025-08-06' }, 'week')
    expect(buckets[0]).toEqual({ size: 'week', from: '2025-03-05', to: '2025-03-11' })
    expect(buckets.at(-1)).toEqual({ size: 'week', from: '2025-08-06', to: '2025-08-06' })
    expect(bucketIndex(buckets, '2025-03-11')).toBe(0)
    expect(bucketIndex(buckets, '2025-03-12')).toBe(1)
    expect(bucketIndex(buckets, '2025-09-01')).toBe(-1)
  })
})
