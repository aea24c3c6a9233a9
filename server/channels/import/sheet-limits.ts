/** What a sheet may be, and how reading one fails. */
import type { ImportFailure } from '../../../contract/imports.ts'

export const sheetLimits = {
  rows: 1_000_000,
  columns: 200,
  /** One row, of a CSV in bytes (more is a quote that never closes), of a workbook in characters. */
  record: 1024 * 1024,
  /** Parts of an XLSX, unpacked; as much may its rows say in all, in characters. */
  worksheet: 1024 * 1024 * 1024,
  part: 256 * 1024 * 1024,
  /** Cells pack to a tenth or a thirtieth; what packs to less than this share, and is large, is a bomb. */
  packing: 100,
  harmless: 64 * 1024 * 1024,
  /** Entries in an XLSX archive; real ones have dozens. */
  entries: 2000,
} as const

export type SheetErrorCode = Extract<ImportFailure, `sheet_${string}`>

/** The file itself is at fault: reading it again changes nothing. */
export class SheetError extends Error {
  readonly code: SheetErrorCode
  constructor(code: SheetErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}
