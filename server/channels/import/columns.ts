/** What the columns of a sheet are called, and with which row its data begin. Pure. */
import type { Locale } from '../../../contract/values.ts'
import { targetNamed } from './column-names.ts'

export interface Columns {
  names: string[]
  /** The row that names the columns, from 1; null: all rows are data. */
  headerRow: number | null
}

const longestName = 60
/** Titles, the date of the export and the like take so many rows at the most. */
const mostTitles = 5
const numbered: Record<Locale, (position: number) => string> = {
  'zh-CN': (position) => `列${position}`,
  en: (position) => `Column ${position}`,
}

/** `rows` are the first rows of the sheet; `chosen` is the row that somebody says names the columns. */
export function columnsOf(
  rows: readonly string[][],
  locale: Locale,
  chosen?: number | null,
): Columns {
  const trimmed = rows.map(trimmedRow)
  const headerRow = chosen === undefined ? findHeader(trimmed) : chosen
  const header = headerRow === null ? undefined : (trimmed[headerRow - 1] ?? [])
  const width = header ? header.length : Math.max(0, ...trimmed.map((row) => row.length))
  const seen = new Set<string>()
  const names = Array.from({ length: width }, (_, index) => {
    const given = (header?.[index] ?? '').slice(0, longestName)
    let name = given === '' ? numbered[locale](index + 1) : given
    for (let again = 2; seen.has(name); again++) name = `${given} ${again}`
    seen.add(name)
    return name
  })
  return { names, headerRow }
}

/** The first row, or the one below titles. */
function findHeader(rows: string[][]): number | null {
  const above = titlesAbove(rows)
  const [header = [], ...rest] = rows.slice(above)
  return namesColumns(header, rest) ? above + 1 : null
}

/** How many of the first rows only say what the sheet is: each a single cell, above names that we know. */
export function titlesAbove(rows: readonly string[][]): number {
  const at = rows.slice(0, mostTitles + 1).findIndex((row) => filled(row) > 1)
  return at > 0 && rows[at]?.some((cell) => targetNamed(cell) !== null) ? at : 0
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length
}

/** Cells that are empty at the end are no columns. */
function trimmedRow(row: readonly string[]): string[] {
  const cells = row.map((cell) => cell.replace(/\s+/g, ' ').trim())
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/** Names are short, different, no numbers and no sentences, and do not come again below themselves. */
function namesColumns(first: string[], rest: string[][]): boolean {
  const cells = first.filter((cell) => cell !== '')
  if (cells.some((cell) => targetNamed(cell) !== null && cell.length <= longestName)) return true
  if (cells.some((cell) => cell.length > longestName || isValue(cell))) return false
  if (new Set(cells).size < cells.length) return false
  return !first.some((cell, index) => cell !== '' && rest.some((row) => row[index] === cell))
}

function isValue(cell: string): boolean {
  return /^[-+¥$]?[\d.,:/\s-]*\d[\d.,:/\s%-]*$|@|^https?:|[。！!；]|\d{4}年/.test(cell)
}
