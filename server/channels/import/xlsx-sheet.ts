/** Rows of the first visible tab of an Excel workbook, a piece at a time. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SheetError, sheetLimits } from './sheet-limits.ts'
import { cellText, type Raw } from './xlsx-cells.ts'
import { readWorkbook, type Workbook } from './xlsx-workbook.ts'
import { elements } from './xml-elements.ts'
import { openZip } from './zip.ts'

/** A ZIP is read from its end: the bytes wait in a file of their own as long as that takes. */
export async function* xlsxRows(bytes: Readable): AsyncGenerator<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-sheet-'))
  try {
    const file = join(folder, 'sheet.xlsx')
    await pipeline(bytes, createWriteStream(file))
    const zip = await openZip(file)
    try {
      const workbook = await readWorkbook(zip)
      const xml = await zip.open(workbook.worksheet, sheetLimits.worksheet)
      yield* rowsOf(xml, workbook)
    } finally {
      zip.close()
    }
  } catch (error) {
    throw isSystemError(error) ? error : asSheetError(error)
  } finally {
    bytes.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Cells share their texts: a small file may say a great deal, and a row as much as the memory holds. */
async function* rowsOf(xml: Readable, workbook: Workbook): AsyncGenerator<string[]> {
  let row: string[] = []
  let raw: Raw | null = null
  let next = 0
  let length = 0
  let total = 0
  for await (const { kind, name, attributes, text } of elements(xml)) {
    if (kind === 'open' && name === 'row') {
      row = []
      next = 0
      length = 0
    } else if (kind === 'open' && name === 'c') {
      const column = attributes.r ? columnOf(attributes.r) : next
      raw = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' }
      next = column + 1
    } else if (kind === 'close' && raw && (name === 'v' || name === 't')) {
      // A formula's text, `f`, is not its result; `t` are the runs of an inline string.
      raw.text += text
    } else if (kind === 'close' && name === 'c' && raw) {
      const text = cellText(raw, workbook)
      length += text.length
      if (length > sheetLimits.record) throw new SheetError('sheet_unreadable')
      place(row, raw.column, text)
      raw = null
    } else if (kind === 'close' && name === 'row' && row.length > 0) {
      total += length
      if (total > sheetLimits.worksheet) throw new SheetError('sheet_too_long')
      yield row
    }
  }
}

/** Cells beyond the widest sheet we take share the last place: that there are some is all we ask. */
function place(row: string[], column: number, text: string): void {
  if (text === '') return
  const at = Math.min(column, sheetLimits.columns)
  while (row.length < at) row.push('')
  row[at] = text
}

/** `C7` → 2 */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function isSystemError(error: unknown): boolean {
  return typeof (error as { errno?: unknown } | null)?.errno === 'number' && !isZlib(error)
}

function isZlib(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('Z_')
}

function asSheetError(error: unknown): SheetError {
  return error instanceof SheetError ? error : new SheetError('sheet_unreadable', error)
}
