/** What separates the cells of a text sheet. Pure. */
import { parse } from 'csv-parse/sync'
import { titlesAbove } from './columns.ts'
import { csvOptions } from './csv-sheet.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** Rows that have the same number of cells as the first make a separator believable. */
const believable = 0.8

/**
 * The separator by which the rows have as many cells as the first one, titles aside; the one that
 * makes most cells wins. A sheet of one column gets a separator that its texts do not contain.
 */
export function findDelimiter(head: string, headerRow?: number | null): Delimiter {
  const tried = delimiters.map((delimiter) => ({
    delimiter,
    ...tryOut(head, delimiter, headerRow ?? null),
  }))
  const several = tried
    .filter(({ columns, agreeing }) => columns > 1 && agreeing >= believable)
    .sort((a, b) => b.columns - a.columns)
  const [best] = several
  if (best) return best.delimiter
  const ragged = tried.filter(({ columns }) => columns > 1)
  const candidates = ragged.length > 0 ? ragged : tried
  return candidates.reduce((most, one) => (one.agreeing > most.agreeing ? one : most)).delimiter
}

function tryOut(
  head: string,
  delimiter: string,
  headerRow: number | null,
): { columns: number; agreeing: number } {
  try {
    const rows: string[][] = parse(head, { ...csvOptions(delimiter), to: 200 })
    // The head may end inside a row.
    const complete = rows.length > 1 ? rows.slice(0, -1) : rows
    const whole = complete.slice(headerRow === null ? titlesAbove(complete) : headerRow - 1)
    const columns = whole[0]?.length ?? 0
    return {
      columns,
      agreeing: whole.filter((row) => row.length === columns).length / Math.max(whole.length, 1),
    }
  } catch {
    return { columns: 0, agreeing: 0 }
  }
}
