/** The days a dashboard speaks of: calendar days of the workspace, as `YYYY-MM-DD`. */
import { Invalid } from '../platform/errors.ts'

const longestDays = 800
const defaultDays = 30
const dayMs = 86_400_000
/** Longer periods are drawn by week, so that a year stays readable and small. */
const longestByDay = 92

export interface Period {
  from: string
  to: string
  beforeFrom: string
  beforeTo: string
  /** What one point of a chart spans. */
  unit: 'day' | 'week'
}

/** The asked period and the one of equal length just before it; the last 30 days unless said. */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  today: string,
): Period {
  const to = asked.to ?? today
  const from = asked.from ?? plusDays(to, 1 - defaultDays)
  const days = daysBetween(from, to) + 1
  if (days < 1) throw new Invalid('range_invalid', 'from')
  if (days > longestDays) throw new Invalid('range_too_long', 'from', longestDays)
  return {
    from,
    to,
    beforeFrom: plusDays(from, -days),
    beforeTo: plusDays(from, -1),
    unit: days > longestByDay ? 'week' : 'day',
  }
}

/** The first day of every unit of the period: each day, or every seventh from the first. */
export function pointsOf(from: string, to: string, unit: Period['unit']): string[] {
  const step = unit === 'week' ? 7 : 1
  const count = Math.floor(daysBetween(from, to) / step) + 1
  return Array.from({ length: count }, (_, i) => plusDays(from, i * step))
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** The calendar day of an instant in a time zone. */
export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
}
