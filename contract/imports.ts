/** Whole sheets of feedback, imported at once. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { FileTicket } from './files.ts'
import { Entry, Id, Line, Moment, Nothing } from './values.ts'

/** What a column of a sheet can mean. `ignore` leaves it out; `context` keeps it beside the text. */
export const importTargets = [
  'text',
  'title',
  'entry',
  'category',
  'customer_name',
  'customer_email',
  'customer_phone',
  'customer_id',
  'external_id',
  'said_at',
  'rating',
  'version',
  'platform',
  'device',
  'region',
  'order_no',
  'amount',
  'context',
  'ignore',
] as const
export const ImportTarget = z.enum(importTargets)
export type ImportTarget = z.infer<typeof ImportTarget>

/** What a text sheet may be written in. Excel workbooks say it themselves. */
export const sheetEncodings = ['utf-8', 'gb18030', 'utf-16', 'big5'] as const
export const SheetEncoding = z.enum(sheetEncodings)
export type SheetEncoding = z.infer<typeof SheetEncoding>

/** A header further down is not looked for, nor can it be chosen. */
export const lastHeaderRow = 20
/** The row that names the columns, counted from 1 without blank rows; null: there is none. */
const HeaderRow = z.number().int().min(1).max(lastHeaderRow).nullable()

/** In which order 1/3/2020 says day and month. A year of four digits in front needs no order. */
export const dateOrders = ['ymd', 'mdy', 'dmy'] as const
export const DateOrder = z.enum(dateOrders)
export type DateOrder = z.infer<typeof DateOrder>

/** So many values of a category column are told apart, and may be decided on. */
export const mostCategoryChoices = 100

/** What becomes of a value in the category column that names no category. */
export const CategoryChoice = z.strictObject({
  entry: Entry,
  name: Line(100),
  /** A category of this entry; a new one of this name; or none: the value stays beside the text. */
  to: z.union([Id, z.enum(['create', 'none'])]),
})
export type CategoryChoice = z.infer<typeof CategoryChoice>

export const ImportMapping = z.strictObject({
  /** One target per column, in the sheet’s order. Exactly one `text`, or a `title`. */
  columns: z.array(ImportTarget).min(1).max(200),
  /** What rows are when no column says. */
  entry: Entry.default('feedback'),
  /** Category for rows that name none. */
  categoryId: Id.nullable().default(null),
  /** For values that name no category; without a choice they stay beside the text. */
  categories: z.array(CategoryChoice).max(mostCategoryChoices).default([]),
  /** Open cases that wait for an answer, or keep the rows as history, already closed. */
  as: z.enum(['open', 'history']).default('open'),
  /** How dates of the `said_at` column are read. `auto`: as the column shows, see `dates`. */
  dateOrder: z.enum(['auto', ...dateOrders]).default('auto'),
})
export type ImportMapping = z.infer<typeof ImportMapping>

export const importStates = [
  'mapping',
  'checking',
  'checked',
  'running',
  'done',
  'failed',
  'undoing',
  'undone',
] as const

/** Why an import stopped: the sheet, its file, or us. */
export const importFailures = [
  'sheet_empty',
  'sheet_unreadable',
  'sheet_too_wide',
  'sheet_too_long',
  'file_missing',
  'internal',
] as const
export type ImportFailure = (typeof importFailures)[number]

/** A value of the category column that names no category of the workspace. */
export const UnknownCategory = z.object({
  entry: Entry,
  name: z.string(),
  rows: z.number().int(),
})
export type UnknownCategory = z.infer<typeof UnknownCategory>

export const ImportView = z.object({
  id: Id,
  name: z.string(),
  state: z.enum(importStates),
  format: z.enum(['csv', 'xlsx']),
  encoding: SheetEncoding,
  delimiter: z.string().nullable(),
  headerRow: HeaderRow,
  /** The first rows as they stand, the header among them: to choose it from. */
  head: z.array(z.array(z.string())),
  columns: z.array(z.string()),
  /** First rows of the sheet, for the preview. */
  sample: z.array(z.array(z.string())),
  /** For each column, the order its first dates are in; null where none needs one. */
  dates: z.array(z.enum([...dateOrders, 'unclear']).nullable()),
  mapping: ImportMapping,
  /** Data rows in the sheet, once counted. */
  rows: z.number().int().nullable(),
  done: z.number().int(),
  accepted: z.number().int(),
  /** Rows that were there already (same external id). */
  repeated: z.number().int(),
  rejected: z.number().int(),
  /** The commonest reasons, with how many rows each. */
  reasons: z.array(z.object({ code: z.string(), rows: z.number().int() })),
  /** Of the rows looked at; the commonest first. */
  unknownCategories: z.array(UnknownCategory),
  /** Rows with yet other values that name no category. */
  otherCategoryRows: z.number().int(),
  /** The first rows that repeat, counted from 1. */
  repeatedRows: z.array(z.number().int()),
  /** Of the rows looked at, those whose contact details are as old as they may be kept: gone the night after. */
  agedContactRows: z.number().int(),
  error: z.enum(importFailures).nullable(),
  createdBy: z.string(),
  createdAt: Moment,
  finishedAt: Moment.nullable(),
  can: z.array(z.enum(['map', 'check', 'start', 'undo', 'discard', 'downloadRejected'])),
})
export type ImportView = z.infer<typeof ImportView>

const manage = { audience: 'member', permission: 'imports.manage' } as const
const params = z.object({ importId: Id })
/** Each is found out where nothing is said. */
const howWritten = {
  /** Of text sheets only. */
  encoding: SheetEncoding.optional(),
  headerRow: HeaderRow.optional(),
}
const sheetErrors = ['sheet_empty', 'sheet_unreadable', 'sheet_too_wide'] as const

export const listImports = endpoint({
  ...manage,
  id: 'imports.list',
  method: 'GET',
  path: '/api/v1/imports',
  summary: 'Imports, newest first',
  reply: z.object({ items: z.array(ImportView) }),
})

export const openImport = endpoint({
  ...manage,
  id: 'imports.open',
  method: 'POST',
  path: '/api/v1/imports',
  summary: 'Take an uploaded sheet, find its encoding and columns, propose a mapping',
  body: z.strictObject({ file: FileTicket, name: Line(120).optional(), ...howWritten }),
  reply: ImportView,
  status: 201,
  errors: ['evidence_unknown', ...sheetErrors],
})

export const rereadImport = endpoint({
  ...manage,
  id: 'imports.reread',
  method: 'PUT',
  path: '/api/v1/imports/:importId/sheet',
  summary: 'Say how the sheet is written where it was not found out right; proposes a mapping anew',
  params,
  body: z.strictObject(howWritten),
  reply: ImportView,
  errors: ['import_busy', 'file_missing', ...sheetErrors],
})

export const showImport = endpoint({
  ...manage,
  id: 'imports.show',
  method: 'GET',
  path: '/api/v1/imports/:importId',
  summary: 'How an import stands',
  params,
  reply: ImportView,
})

export const mapImport = endpoint({
  ...manage,
  id: 'imports.map',
  method: 'PUT',
  path: '/api/v1/imports/:importId/mapping',
  summary: 'Say what each column means',
  params,
  body: ImportMapping,
  reply: ImportView,
  errors: [
    'import_busy',
    'columns_differ',
    'text_missing',
    'target_twice',
    'category_unknown',
    'category_name_too_long',
  ],
})

export const checkImport = endpoint({
  ...manage,
  id: 'imports.check',
  method: 'POST',
  path: '/api/v1/imports/:importId/check',
  summary: 'Dry run: read every row, keep none, say what would be rejected',
  params,
  body: z.strictObject({}),
  reply: ImportView,
  status: 202,
  errors: ['import_busy'],
})

export const startImport = endpoint({
  ...manage,
  id: 'imports.start',
  method: 'POST',
  path: '/api/v1/imports/:importId/start',
  summary: 'Import every row that can be',
  params,
  body: z.strictObject({}),
  reply: ImportView,
  status: 202,
  errors: ['import_busy'],
})

export const undoImport = endpoint({
  ...manage,
  id: 'imports.undo',
  method: 'POST',
  path: '/api/v1/imports/:importId/undo',
  summary: 'Take a whole import back: its feedback, cases and counts',
  params,
  body: z.strictObject({}),
  reply: ImportView,
  status: 202,
  errors: ['import_busy'],
})

export const downloadRejected = endpoint({
  ...manage,
  id: 'imports.downloadRejected',
  method: 'GET',
  path: '/api/v1/imports/:importId/rejected.csv',
  summary: 'The rejected rows as a sheet, each with its row number and reason',
  params,
  carries: 'stream',
  reply: z.unknown(),
})

export const discardImport = endpoint({
  ...manage,
  id: 'imports.discard',
  method: 'DELETE',
  path: '/api/v1/imports/:importId',
  summary: 'Throw away an import of which nothing is kept',
  params,
  reply: Nothing,
  errors: ['import_busy'],
})
