/** All that can be told of a sheet before anyone has said what it means. */
import type { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import type { ImportMapping } from '../../../contract/imports.ts'
import type { Locale } from '../../../contract/values.ts'
import { type Columns, columnsOf } from './columns.ts'
import { brokenBytes } from './decode.ts'
import { findDelimiter } from './delimiter.ts'
import { findEncoding } from './encoding.ts'
import { proposeMapping } from './propose-mapping.ts'
import { readSheet, type SheetShape } from './sheet.ts'
import { SheetError, sheetLimits } from './sheet-limits.ts'

export interface Inspected {
  shape: SheetShape
  columns: Columns
  /** The first data rows, long cells cut. */
  sample: string[][]
  mapping: ImportMapping
}

const headBytes = 256 * 1024
const rowsLookedAt = 100
const sampleRows = 20
const sampleCell = 300

/** `open` gives the bytes from the start, as often as it is called. Throws SheetError. */
export async function inspectSheet(
  open: () => Promise<Readable>,
  locale: Locale,
): Promise<Inspected> {
  const shape = await shapeOf(open)
  const first: string[][] = []
  for await (const row of readSheet(await open(), shape)) {
    if (row.length > sheetLimits.columns && row.slice(sheetLimits.columns).some(isFilled))
      throw new SheetError('sheet_too_wide')
    if (first.push(row.map(storable)) > rowsLookedAt) break
  }
  const columns = columnsOf(first, locale)
  const data = columns.named ? first.slice(1) : first
  if (columns.names.length === 0 || data.length === 0) throw new SheetError('sheet_empty')
  return {
    shape,
    columns,
    sample: data.slice(0, sampleRows).map((row) => row.map(shortened)),
    mapping: proposeMapping(columns, data),
  }
}

async function shapeOf(open: () => Promise<Readable>): Promise<SheetShape> {
  const head = await headOf(await open())
  if (head.length === 0) throw new SheetError('sheet_empty')
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')))
    return { format: 'xlsx', encoding: 'utf-8', delimiter: null }
  const encoding = await findEncoding(await open())
  const text = iconv.decode(head, encoding)
  // An old .xls, an encrypted workbook, a picture: no text sheet has these.
  if (text.includes('\0\0')) throw new SheetError('sheet_unreadable')
  return { format: 'csv', encoding, delimiter: findDelimiter(text) }
}

async function headOf(bytes: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length >= headBytes) break
  }
  return Buffer.concat(chunks).subarray(0, headBytes)
}

/** As the database can hold it. */
export function storable(cell: string): string {
  return cell.replaceAll('\0', '').replaceAll(brokenBytes, '\uFFFD').toWellFormed()
}

function shortened(cell: string): string {
  return cell.length > sampleCell
    ? `${cell.slice(0, sampleCell).replace(/[\uD800-\uDBFF]$/, '')}…`
    : cell
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}
