/** All that can be told of a sheet before anyone has said what it means. */
import type { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import {
  type ImportMapping,
  type ImportView,
  lastHeaderRow,
  type SheetEncoding,
} from '../../../contract/imports.ts'
import type { Locale } from '../../../contract/values.ts'
import { Invalid } from '../../platform/errors.ts'
import { utf16In } from '../../platform/files/utf16.ts'
import { type Columns, columnsOf } from './columns.ts'
import { brokenBytes } from './decode.ts'
import { findDelimiter } from './delimiter.ts'
import { type Encoding, findEncoding } from './encoding.ts'
import { proposeMapping } from './propose-mapping.ts'
import { cut } from './row-context.ts'
import { readSheet, type SheetShape } from './sheet.ts'
import { SheetError, sheetLimits } from './sheet-limits.ts'
import { orderOfDates } from './short-date.ts'

export interface Inspected {
  shape: SheetShape
  columns: Columns
  /** The first rows as they stand, long cells cut. */
  head: string[][]
  /** The first data rows, long cells cut. */
  sample: string[][]
  /** For each column the order of its first dates. */
  dates: ImportView['dates']
  mapping: ImportMapping
}

/** What somebody says of it; the rest is found out. */
export interface HowWritten {
  encoding?: SheetEncoding | undefined
  headerRow?: number | null | undefined
  locale: Locale
}

const headBytes = 256 * 1024
const rowsLookedAt = 100
/** The 13th of a month may come late. */
const datesLookedAt = 2000
const charactersLookedAt = 4_000_000
const sampleRows = 20
const sampleCell = 300
const headCell = 60
const headCells = 12

/** `open` gives the bytes from the start, as often as it is called. Throws SheetError. */
export async function inspectSheet(
  open: () => Promise<Readable>,
  how: HowWritten,
): Promise<Inspected> {
  const shape = await shapeOf(open, how)
  const rows = await firstRows(await open(), shape)
  const columns = columnsOf(rows.slice(0, rowsLookedAt), how.locale, how.headerRow)
  const data = rows.slice(columns.headerRow ?? 0)
  if (columns.names.length === 0 || data.length === 0) throw new SheetError('sheet_empty')
  return {
    shape,
    columns,
    head: rows
      .slice(0, lastHeaderRow)
      .map((row) => row.slice(0, headCells).map((cell) => shortened(cell, headCell))),
    sample: data.slice(0, sampleRows).map((row) => row.map((cell) => shortened(cell, sampleCell))),
    dates: columns.names.map((_, index) => orderOfDates(data.map((row) => row[index] ?? ''))),
    mapping: proposeMapping(columns, data.slice(0, rowsLookedAt)),
  }
}

/** What is wrong with the sheet, as an answer to who brings it. */
export function refuseSheet(error: unknown): never {
  throw error instanceof SheetError ? new Invalid(error.code, 'file') : error
}

async function firstRows(bytes: Readable, shape: SheetShape): Promise<string[][]> {
  const rows: string[][] = []
  let length = 0
  for await (const row of readSheet(bytes, shape)) {
    if (row.length > sheetLimits.columns && row.slice(sheetLimits.columns).some(isFilled))
      throw new SheetError('sheet_too_wide')
    rows.push(row.map(storable))
    for (const cell of row) length += cell.length
    if (rows.length > datesLookedAt || length > charactersLookedAt) break
  }
  return rows
}

async function shapeOf(
  open: () => Promise<Readable>,
  how: Pick<HowWritten, 'encoding' | 'headerRow'>,
): Promise<SheetShape> {
  const head = await headOf(await open())
  if (head.length === 0) throw new SheetError('sheet_empty')
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')))
    return { format: 'xlsx', encoding: 'utf-8', delimiter: null }
  const encoding = await encodingOf(open, head, how.encoding)
  const text = iconv.decode(head, encoding)
  // An old .xls, an encrypted workbook, a picture: no text sheet has these.
  if (text.includes('\0\0')) throw new SheetError('sheet_unreadable')
  return { format: 'csv', encoding, delimiter: findDelimiter(text, how.headerRow) }
}

async function encodingOf(
  open: () => Promise<Readable>,
  head: Buffer,
  chosen: SheetEncoding | undefined,
): Promise<Encoding> {
  const wide = head.includes(0) || chosen === 'utf-16' ? utf16In(head) : null
  if (chosen === 'utf-16') return wide ?? 'utf-16le'
  return chosen ?? wide ?? findEncoding(await open())
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

function shortened(cell: string, length: number): string {
  return cell.length > length ? `${cut(cell, length)}…` : cell
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}
