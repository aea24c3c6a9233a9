/** Rows of a text sheet, a piece at a time. */
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Options, parse } from 'csv-parse'
import { textsOf } from './decode.ts'
import type { Encoding } from './encoding.ts'
import { SheetError, sheetLimits } from './sheet-limits.ts'

export function csvOptions(delimiter: string): Options & { columns?: false } {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: sheetLimits.record,
  }
}

export async function* csvRows(
  bytes: Readable,
  how: { encoding: Encoding; delimiter: string },
): AsyncGenerator<string[]> {
  const parser = parse(csvOptions(how.delimiter))
  const done = pipeline(textsOf(bytes, how.encoding), parser)
  // A failure reaches the loop below through the parser.
  done.catch(() => {})
  try {
    for await (const row of parser) yield narrowed(row)
  } catch (error) {
    throw isAboutTheSheet(error) ? new SheetError('sheet_unreadable', error) : error
  } finally {
    bytes.destroy()
  }
}

/**
 * Cells beyond the widest sheet we take share the place after it, as those of a workbook do: that there
 * are some is all we ask, and a row of a million separators is not kept.
 */
function narrowed(row: string[]): string[] {
  if (row.length <= sheetLimits.columns) return row
  const beyond = row.find((cell, index) => index >= sheetLimits.columns && cell.trim() !== '')
  return [...row.slice(0, sheetLimits.columns), ...(beyond === undefined ? [] : [beyond])]
}

function isAboutTheSheet(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('CSV_')
}
