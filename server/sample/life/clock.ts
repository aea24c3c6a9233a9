/** The wall clock of the workspace: where its days begin, and which hour it is. */
import { zoneOf } from '../../workspaces/index.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export interface Clock {
  /** Days since 1970-01-01 there. */
  dayOf(atMs: number): number
  /** Minutes since midnight there. */
  minuteOf(atMs: number): number
  /** The moment when the clock there shows this. */
  at(day: number, minute: number): number
  /** 0 is Monday. */
  weekday(day: number): number
  /** Day and month of a day, `11-11`. */
  monthDay(day: number): string
}

export function openClock(timeZone: string): Clock {
  const { offsetAt, dayOf } = zoneOf(timeZone)
  return {
    dayOf,
    minuteOf: (atMs) => Math.floor((atMs + offsetAt(atMs) - dayOf(atMs) * dayMs) / minuteMs),
    at(day, minute) {
      const shown = day * dayMs + minute * minuteMs
      return shown - offsetAt(shown - offsetAt(shown))
    },
    weekday: (day) => (((day + 3) % 7) + 7) % 7,
    monthDay: (day) => new Date(day * dayMs).toISOString().slice(5, 10),
  }
}
