/** Working hours as minutes from midnight, and as the clock shows them. Pure. */
import type { z } from 'zod'
import type { Calendar as CalendarSchema, Shift as ShiftSchema } from '../../contract/calendar.ts'

export type Calendar = z.infer<typeof CalendarSchema>
export type Shift = z.infer<typeof ShiftSchema>

/** `09:00`; midnight at the end of the day is `24:00`. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Every half hour, and whatever else is chosen already. */
export function clockChoices(from: number, to: number, chosen: number): number[] {
  const halves = Array.from({ length: 49 }, (_, index) => index * 30)
  return [...new Set([...halves, chosen])]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b)
}

/** Shifts in order, none empty, none over another. */
export function isSound(shifts: Shift[]): boolean {
  return shifts.every(
    ([start, end], index) => start < end && (shifts[index - 1]?.[1] ?? 0) <= start,
  )
}

/** A shift that fits after those there are, if there is room for an hour. */
export function nextShift(shifts: Shift[]): Shift | null {
  const last = shifts.at(-1)
  if (!last) return [9 * 60, 18 * 60]
  const start = Math.min(last[1] + 60, 23 * 60)
  return start > last[1] - 1 && last[1] <= 23 * 60 ? [start, Math.min(start + 240, 1440)] : null
}
