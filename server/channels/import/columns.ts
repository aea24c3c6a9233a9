/** What the columns of a sheet are called, and with which row its data begin. Pure. */
import type { Locale } from '../../../contract/values.ts'
import { targetNamed } from './column-names.ts'

export interface Columns {
  names: string[]
  /** The first row names the columns; otherwise it is data. */
  named: boolean
}

const longestName = 60
const numbered: Record<Locale, (position: number) => string> = {
  'zh-CN': (position) => `列${position}`,
  en: (position) => `Column ${position}`,
}

/** `rows` are the first rows of the sheet. */
export function columnsOf(rows: readonly string[][], locale: Locale): Columns {
  const [first = [], ...rest] = rows.map(trimmedRow)
  const named = namesColumns(first, rest)
  const width = named ? first.length : Math.max(first.length, ...rest.map((row) => row.length))
  const seen = new Set<string>()
  const names = Array.from({ length: width }, (_, index) => {
    const given = named ? (first[index] ?? '').slice(0, longestName) : ''
    let name = given === '' ? numbered[locale](index + 1) : given
    for (let again = 2; seen.has(name); again++) name = `${given} ${again}`
    seen.add(name)
    return name
  })
  return { names, named }
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
