/** The points of a chart, gathered into as many columns as a screen can tell apart. Pure. */
import type { Range } from './range.ts'

export type Unit = 'day' | 'week'
export interface Bucket extends Range {
  size: Unit
}

const dayMs = 24 * 3_600_000
const daysAtMost = 62

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const plusDays = (day: string, days: number) =>
  new Date(at(day) + days * dayMs).toISOString().slice(0, 10)

/**
 * The columns of a range: every day, or every seven days from the first, where the server counts by
 * week or days would be too many. The last is cut to the range, so each says exactly what it counts.
 */
export function bucketsOf({ from, to }: Range, unit: Unit): Bucket[] {
  const days = (at(to) - at(from)) / dayMs + 1
  const size = unit === 'week' || days > daysAtMost ? 'week' : 'day'
  const step = size === 'week' ? 7 : 1
  return Array.from({ length: Math.ceil(days / step) }, (_, index) => {
    const start = plusDays(from, index * step)
    const end = plusDays(start, step - 1)
    return { size, from: start, to: end < to ? end : to }
  })
}

/** The column a point falls into. */
export function bucketIndex(buckets: Bucket[], day: string): number {
  return buckets.findIndex(({ from, to }) => from <= day && day <= to)
}
