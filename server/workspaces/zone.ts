/** Wall-clock time of an IANA zone, exact across changes of the clock. Days are numbered from 1970-01-01. */

export const minuteMs = 60_000
export const dayMs = 86_400_000
/** Every zone changes its clock on a quarter of an hour. */
const quarterMs = 15 * minuteMs
const most = 50_000

/** A stretch of one local day in which the clock runs through: `[start, end)` in UTC ms. */
export interface Stretch {
  start: number
  end: number
  /** Local minus UTC, ms. */
  offset: number
}

export interface Zone {
  /** Local minus UTC, ms. */
  offsetAt(at: number): number
  /** The local day an instant falls on. */
  dayOf(at: number): number
  /** The stretches of a local day: one, or more when the clock changes on it, or none when it is skipped. */
  stretchesOf(day: number): Stretch[]
}

const zones = new Map<string, Zone>()

export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone) ?? openZone(timeZone)
  zones.set(timeZone, known)
  return known
}

function openZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsets = new Map<number, number>()

  function offsetAt(at: number): number {
    const quarter = Math.floor(at / quarterMs)
    let offset = offsets.get(quarter)
    if (offset === undefined) {
      if (offsets.size >= most) offsets.clear()
      offset = wallClock(format, quarter * quarterMs) - quarter * quarterMs
      offsets.set(quarter, offset)
    }
    return offset
  }

  /** The first quarter of an hour in `(from, to]` whose offset is no longer that of `from`. */
  function changeBetween(from: number, to: number): number {
    let [before, after] = [Math.floor(from / quarterMs), Math.floor(to / quarterMs)]
    while (after - before > 1) {
      const middle = (before + after) >> 1
      if (offsetAt(middle * quarterMs) === offsetAt(from)) before = middle
      else after = middle
    }
    return after * quarterMs
  }

  /** Where the local day lies within a stretch of constant offset. */
  function within(day: number, start: number, end: number, offset: number): Stretch[] {
    const midnight = day * dayMs - offset
    const clipped = {
      start: Math.max(start, midnight),
      end: Math.min(end, midnight + dayMs),
      offset,
    }
    return clipped.start < clipped.end ? [clipped] : []
  }

  return {
    offsetAt,
    dayOf: (at) => Math.floor((at + offsetAt(at)) / dayMs),
    stretchesOf(day) {
      // No zone is further than 15 hours from UTC.
      const earliest = day * dayMs - 15 * 3_600_000
      const latest = (day + 1) * dayMs + 15 * 3_600_000
      const [before, after] = [offsetAt(earliest), offsetAt(latest)]
      if (before === after) return within(day, earliest, latest, before)
      const change = changeBetween(earliest, latest)
      return [...within(day, earliest, change, before), ...within(day, change, latest, after)]
    },
  }
}

/** What a clock on the wall shows, as if it were UTC. */
function wallClock(format: Intl.DateTimeFormat, at: number): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
