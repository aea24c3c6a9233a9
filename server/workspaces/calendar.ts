/**
 * Working time: which minutes count, and how long a number of them takes. Pure. Minutes are those
 * of the wall clock in the workspace's zone, so an hour that the clock skips does not count and one
 * that it repeats counts twice.
 */
import chineseDays from 'chinese-days'
import type { Calendar } from '../../contract/calendar.ts'
import { dayMs, minuteMs, type Zone, zoneOf } from './zone.ts'

export type Shift = Calendar['week'][number][number]

/** `[start, end)` in UTC ms. */
interface Interval {
  start: number
  end: number
}

/** A calendar without a working minute in so many days has none. */
const lookAheadDays = 3660

/** The moment by which `minutes` of working time have passed since `from`. */
export function addWorkingMinutes(
  calendar: Calendar,
  timeZone: string,
  from: Date,
  minutes: number,
): Date {
  let left = minutes * minuteMs
  if (left <= 0) return from
  const start = from.getTime()
  const first = zoneOf(timeZone).dayOf(start)
  for (let day = first; day < first + lookAheadDays; day++) {
    for (const interval of workOn(calendar, timeZone, day)) {
      const begin = Math.max(interval.start, start)
      const length = interval.end - begin
      if (length >= left) return new Date(begin + left)
      if (length > 0) left -= length
    }
  }
  throw new Error('the calendar has no working time')
}

/** Working minutes in `[from, to)`, fractions included; 0 when `to` is not later. */
export function workingMinutesBetween(
  calendar: Calendar,
  timeZone: string,
  from: Date,
  to: Date,
): number {
  const zone = zoneOf(timeZone)
  let sum = 0
  for (let day = zone.dayOf(from.getTime()); day <= zone.dayOf(to.getTime()); day++)
    for (const { start, end } of workOn(calendar, timeZone, day))
      sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()))
  return sum / minuteMs
}

/** The hours worked on a local day, before the clock is asked. */
export function shiftsOn(calendar: Calendar, day: number): readonly Shift[] {
  const date = new Date(day * dayMs).toISOString().slice(0, 10)
  const own = calendar.week[weekday(day)] ?? []
  const exception = calendar.exceptions.find((candidate) => candidate.day === date)
  if (exception) return exception.working ? usualShifts(calendar) : []
  if (!calendar.chineseHolidays) return own
  switch (chineseDay(date)) {
    case 'holiday':
      return []
    case 'make_up':
      return own.length > 0 ? own : usualShifts(calendar)
    default:
      return own
  }
}

/** What the State Council published of a day; null for ordinary days and years not yet published. */
export function chineseDay(date: string): 'holiday' | 'make_up' | null {
  const { name, work } = chineseDays.getDayDetail(date)
  // Published days carry their festival, `National Day,国庆节,3`; others only the weekday.
  if (!name.includes(',')) return null
  return work ? 'make_up' : 'holiday'
}

/** Problems that make a calendar useless or unclear; null when it is fine. */
export function faultOf(calendar: Calendar): 'shifts_overlap' | 'no_working_time' | null {
  for (const shifts of calendar.week) {
    let end = 0
    for (const [from, to] of shifts) {
      if (from < end || to <= from) return 'shifts_overlap'
      end = to
    }
  }
  return calendar.week.some((shifts) => shifts.length > 0) ? null : 'no_working_time'
}

/** Hours of a Monday; of the first day that has any, where Mondays are free. */
function usualShifts(calendar: Calendar): readonly Shift[] {
  return calendar.week.find((shifts) => shifts.length > 0) ?? []
}

/** Monday is 0; 1970-01-01 was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Days worked out before, per calendar and zone. Calendars are never changed in place. */
const worked = new WeakMap<Calendar, Map<string, Map<number, Interval[]>>>()
const mostDays = 5000

function workOn(calendar: Calendar, timeZone: string, day: number): Interval[] {
  const zones = worked.get(calendar) ?? new Map<string, Map<number, Interval[]>>()
  worked.set(calendar, zones)
  const days = zones.get(timeZone) ?? new Map<number, Interval[]>()
  zones.set(timeZone, days)
  let intervals = days.get(day)
  if (intervals === undefined) {
    if (days.size >= mostDays) days.clear()
    intervals = intervalsOn(zoneOf(timeZone), day, shiftsOn(calendar, day))
    days.set(day, intervals)
  }
  return intervals
}

function intervalsOn(zone: Zone, day: number, shifts: readonly Shift[]): Interval[] {
  return zone.stretchesOf(day).flatMap((stretch) =>
    shifts.flatMap(([from, to]) => {
      const midnight = day * dayMs - stretch.offset
      const start = Math.max(stretch.start, midnight + from * minuteMs)
      const end = Math.min(stretch.end, midnight + to * minuteMs)
      return start < end ? [{ start, end }] : []
    }),
  )
}
