/** The tables of imports. */
import type {
  ImportFailure,
  ImportMapping,
  ImportView,
  importStates,
} from '../../../contract/imports.ts'
import type { Default, Json } from '../../platform/db/database.ts'
import type { Encoding } from './encoding.ts'
import type { Findings } from './findings.ts'

export type ImportState = (typeof importStates)[number]

export interface ImportsTable {
  workspace_id: string
  id: string
  channel_id: string
  file_id: string
  name: string
  state: ImportState
  format: 'csv' | 'xlsx'
  encoding: Encoding
  delimiter: string | null
  columns: Json<string[]>
  /** The row that names the columns, from 1; null: all rows are data. */
  header_row: number | null
  head: Json<string[][]>
  sample: Json<string[][]>
  /** For each column, by its first dates. */
  dates: Json<ImportView['dates']>
  mapping: Json<ImportMapping>
  /** Data rows in the sheet, once counted. */
  rows: number | null
  /** Data rows dealt with: the place to go on from after a stop. */
  done: Default<number>
  accepted: Default<number>
  repeated: Default<number>
  rejected: Default<number>
  findings: Json<Findings>
  error: ImportFailure | null
  created_by: string | null
  created_by_name: string
  created_at: Date
  finished_at: Date | null
  /** The sheet, its first rows and the cells of refused ones are gone. */
  sheet_erased_at: Date | null
}

export interface ImportRejectionsTable {
  workspace_id: string
  import_id: string
  /** Data row, from 1. */
  row: number
  code: string
  /** The column at fault, by its name. */
  field: string | null
  /** The row as it was. */
  cells: Json<string[]>
}

declare module '../../platform/db/database.ts' {
  interface Database {
    imports: ImportsTable
    import_rejections: ImportRejectionsTable
  }
}
