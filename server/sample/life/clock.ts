/** The wall clock of the workspace: where its days begin, and which hour it is. */

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

  function offset(atMs: number): number {
    const hour = Math.floor(atMs / hourMs)
    let known = offsets.get(hour)
    if (known === undefined) {
      const parts: Record<string, number> = {}
      for (const { type, value } of format.formatToParts(hour * hourMs)) parts[type] = Number(value)
      const { year = 0, month = 1, day = 1, hour: h = 0, minute = 0, second = 0 } = parts
      known = Date.UTC(year, month - 1, day, h, minute, second) - hour * hourMs
      offsets.set(hour, known)
    }
    return known
  }
  const local = (atMs: number) => atMs + offset(atMs)
  const dayOf = (atMs: number) => Math.floor(local(atMs) / dayMs)

  return {
    dayOf,
    minuteOf: (atMs) => Math.floor((local(atMs) - dayOf(atMs) * dayMs) / minuteMs),
    at(day, minute) {
      const shown = day * dayMs + minute * minuteMs
      return shown - offset(shown - offset(shown))
    },
    weekday: (day) => (((day + 3) % 7) + 7) % 7,
    monthDay: (day) => new Date(day * dayMs).toISOString().slice(5, 10),
  }
}
