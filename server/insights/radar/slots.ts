/** Hours of the week, as customers live them: a holiday is a Sunday, a day worked in its stead is not. Pure. */

export const hourMs = 3_600_000
export const dayMs = 86_400_000
export const slotsOfWeek = 168
const sunday = 6
/** An ordinary day of work, for those that fall on a weekend. */
const wednesday = 2

export interface WeekClock {
  /** Local minus UTC at an instant, ms. */
  offsetAt(at: number): number
  /** What sets a calendar day apart, `2026-10-01`. */
  dayKind(day: string): 'holiday' | 'make_up' | null
}

/** Which hour of the week an instant lies in: 0 is Monday from midnight, 167 Sunday from 23:00. */
export function slotAt(clock: WeekClock, at: number): number {
  const local = at + clock.offsetAt(at)
  const day = Math.floor(local / dayMs)
  const hour = Math.floor((local - day * dayMs) / hourMs)
  return weekdayOf(clock, day) * 24 + hour
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(clock: WeekClock, day: number): number {
  const kind = clock.dayKind(new Date(day * dayMs).toISOString().slice(0, 10))
  if (kind === 'holiday') return sunday
  const weekday = (((day + 3) % 7) + 7) % 7
  return kind === 'make_up' && weekday > 4 ? wednesday : weekday
}
