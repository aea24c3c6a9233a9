/** A sheet as rows of texts, whatever it was written with; never more of it in memory than a few rows. */
import type { Readable } from 'node:stream'
import { lastHeaderRow } from '../../../contract/imports.ts'
import { csvRows } from './csv-sheet.ts'
import type { Encoding } from './encoding.ts'
import { SheetError, sheetLimits } from './sheet-limits.ts'
import { xlsxRows } from './xlsx-sheet.ts'

export type SheetShape =
  | { format: 'csv'; encoding: Encoding; delimiter: string }
  | { format: 'xlsx'; encoding: 'utf-8'; delimiter: null }

/** Every row that is not blank, the first included. Throws SheetError when it cannot be read. */
export async function* readSheet(bytes: Readable, shape: SheetShape): AsyncGenerator<string[]> {
  const rows = shape.format === 'csv' ? csvRows(bytes, shape) : xlsxRows(bytes)
  let count = 0
  for await (const row of rows) {
    count += 1
    // Some more for the names of the columns and what stands above them.
    if (count > sheetLimits.rows + lastHeaderRow) throw new SheetError('sheet_too_long')
    yield row
  }
}
