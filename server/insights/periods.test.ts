import { describe, expect, it } from 'vitest'
import { dayOf, periodOf, plusDays, pointsOf } from './periods.ts'

describe('periods', () => {
  it('are the last 30 days unless said, beside the 30 before', () => {
    expect(periodOf({}, '2026-03-30')).toEqual({
      from: '2026-03-01',
      to: '2026-03-30',
      beforeFrom: '2026-01-30',
      beforeTo: '2026-02-28',
      unit: 'day',
    })
  })

  it('a year is drawn by week and its last point holds its last day', () => {
    const { unit, from, to } = periodOf({ from: '2025-03-31', to: '2026-03-30' }, '2026-03-30')
    expect(unit).toBe('week')
    const points = pointsOf(from, to, unit)
    expect(points).toHaveLength(53)
    expect(plusDays(points.at(-1) ?? '', 6) >= to).toBe(true)
  })

  it('refuses what runs backwards or is too long', () => {
    expect(() => periodOf({ from: '2026-02-02', to: '2026-02-01' }, '2026-03-01')).toThrow(
      'range_invalid',
    )
    expect(() => periodOf({ from: '2020-01-01', to: '2026-02-01' }, '2026-03-01')).toThrow(
      'range_too_long',
    )
  })

  it('the day of an instant is the day on the wall of the workspace', () => {
    const at = new Date('2026-03-05T17:30:00Z')
    expect(dayOf(at, 'Asia/Shanghai')).toBe('2026-03-06')
    expect(dayOf(at, 'America/New_York')).toBe('2026-03-05')
  })
})
