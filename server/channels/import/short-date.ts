/** Dates of which only the order of their parts says which is the day: 1/3/2020, 20.01.03. Pure. */
import { type DateOrder, dateOrders, type ImportView } from '../../../contract/imports.ts'

const earliestYear = 1970
const shape = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)/

export interface ShortDate {
  /** The day in every order in which it is one, as midnight UTC. */
  days: Map<DateOrder, number>
  /** What stands behind it. */
  rest: string
}

/** Null for text that does not begin with a day of any order: `00/00/0000` stands where none is known. */
export function shortDateIn(text: string): ShortDate | null {
  const parts = shape.exec(text)
  if (!parts) return null
  const [whole, one = '', , two = '', three = ''] = parts
  const days = new Map<DateOrder, number>()
  for (const order of dateOrders) {
    const day = inOrder(order, [one, two, three])
    if (day !== null) days.set(order, day)
  }
  return days.size > 0 ? { days, rest: text.slice(whole.length) } : null
}

/** The order that fits all dates of a column, if only one does; null when none of them needs one. */
export function orderOfDates(cells: readonly string[]): ImportView['dates'][number] {
  const found = cells.flatMap((cell) => shortDateIn(cell.normalize('NFKC').trim()) ?? [])
  const fitting = dateOrders.filter((order) => found.every(({ days }) => days.has(order)))
  if (found.length > 0 && fitting.length === 1) return fitting[0] ?? null
  return found.some(({ days }) => new Set(days.values()).size > 1) ? 'unclear' : null
}

/** Midnight of a day as if it were UTC; null for one that no calendar has. */
export function dayOf(year: number, month: number, day: number): number | null {
  if (year < earliestYear) return null
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null
  return midnight.getTime()
}

/** Where year, month and day stand. */
const places = { ymd: [0, 1, 2], mdy: [2, 0, 1], dmy: [2, 1, 0] } as const

function inOrder(order: DateOrder, parts: readonly string[]): number | null {
  const [year = '', month = '', day = ''] = places[order].map((place) => parts[place])
  if (year.length === 1 || day.length > 2) return null
  return dayOf(inFull(year), Number(month), Number(day))
}

/** As spreadsheets take years of two digits, save that nobody wrote to us before 1970. */
function inFull(year: string): number {
  if (year.length === 4) return Number(year)
  return Number(year) + (Number(year) < 70 ? 2000 : 1900)
}
