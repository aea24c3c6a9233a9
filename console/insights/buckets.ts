/** Days gathered into as many columns as a screen can tell apart. Pure. */
import type { Range } from './range.ts'

export type BucketSize = 'day' | 'week' | 'month'
export interface Bucket extends Range {
  size: BucketSize
}

const dayMs = 24 * 3_600_000
const asDaysUpTo = 62
const asWeeksUpTo = 200

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The columns of a range, first and last cut to it, so that each says exactly what it counts. */
export function bucketsOf({ from, to }: Range): Bucket[] {
  const size = sizeFor((at(to) - at(from)) / dayMs + 1)
  const buckets: Bucket[] = []
  for (let start = from; start <= to; ) {
    const end = lastDayOf(start, size)
    buckets.push({ size, from: start, to: end < to ? end : to })
    start = dayOf(at(end) + dayMs)
  }
  return buckets
}

/** The column a day falls into. */
export function bucketIndex(buckets: Bucket[], day: string): number {
  return buckets.findIndex(({ from, to }) => from <= day && day <= to)
}

function sizeFor(days: number): BucketSize {
  if (days <= asDaysUpTo) return 'day'
  return days <= asWeeksUpTo ? 'week' : 'month'
}

/** Weeks end on Sunday. */
function lastDayOf(day: string, size: BucketSize): string {
  const start = new Date(at(day))
  if (size === 'day') return day
  if (size === 'week') return dayOf(at(day) + ((7 - start.getUTCDay()) % 7) * dayMs)
  return dayOf(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0))
}
