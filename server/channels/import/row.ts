/** A row of a sheet becomes something a customer said, or is refused with a reason. Pure. */

import { feedbackLimits } from '../../../contract/feedback.ts'
import type { DateOrder, ImportMapping, ImportTarget } from '../../../contract/imports.ts'
import type { Entry } from '../../../contract/values.ts'
import type { Category, NewFeedback } from '../../feedback/index.ts'
import { brokenBytes } from './decode.ts'
import { entryNamed } from './entry-words.ts'
import { authorOf } from './row-author.ts'
import { categoryNamed, categoryOf } from './row-category.ts'
import { contextOf, keep } from './row-context.ts'
import { parseSaidAt } from './said-at.ts'

/** All that a row is read by. */
export interface Reading {
  importId: string
  columns: readonly string[]
  mapping: ImportMapping
  categories: readonly Category[]
  /** Null where the column shows none: then only dates that can mean one day are read. */
  dateOrder: DateOrder | null
  timeZone: string
  now: Date
  /** Contact details of what was over by then are no longer kept. */
  contactsKeptSince: Date
}

export const rowCodes = [
  'too_many_cells',
  'broken_characters',
  'text_empty',
  'too_long',
  'entry_unknown',
  'time_unreadable',
  'date_ambiguous',
  'said_in_future',
] as const
export type RowCode = (typeof rowCodes)[number]

/** `field` is the column at fault, by its name in the sheet. */
export interface Refused {
  code: RowCode
  field: string | null
}

const longestId = 200
/** Clocks of other systems are never quite right. */
const clockDriftMs = 5 * 60_000

class Refusing extends Error {
  readonly refused: Refused
  constructor(code: RowCode, field: string | null) {
    super(code)
    this.refused = { code, field }
  }
}

/** `number` counts data rows from 1. */
export function readRow(
  reading: Reading,
  cells: readonly string[],
  number: number,
): NewFeedback | Refused {
  try {
    return toFeedback(reading, cells, number)
  } catch (error) {
    if (error instanceof Refusing) return error.refused
    throw error
  }
}

export function isRefused(row: NewFeedback | Refused): row is Refused {
  return 'code' in row
}

/** What a row that was read says its category is, when that names none. */
export function unknownCategoryOf(
  { columns, mapping, categories }: Reading,
  { entry }: NewFeedback,
  cells: readonly string[],
): string | null {
  const at = mapping.columns.indexOf('category')
  const name = at < 0 ? '' : cleaned(cells[at] ?? '', columns[at] ?? '')
  return name === '' || categoryNamed(name, entry, categories) ? null : name
}

function toFeedback(reading: Reading, given: readonly string[], number: number): NewFeedback {
  const { columns, mapping, importId } = reading
  if (given.slice(columns.length).some((cell) => cell.trim() !== ''))
    throw new Refusing('too_many_cells', null)
  const cells = columns.map((name, index) => {
    if (mapping.columns[index] === 'ignore') return ''
    return cleaned(given[index] ?? '', name)
  })
  const at = (target: ImportTarget) => mapping.columns.indexOf(target)
  const nameOf = (target: ImportTarget) => columns[at(target)] ?? null
  const cell = (target: ImportTarget) => cells[at(target)] ?? ''

  const context = contextOf(reading, cells)
  const text = textOf(cell('title'), cell('text'))
  const textColumn = nameOf('text') ?? nameOf('title')
  if (text === '') throw new Refusing('text_empty', textColumn)
  if (text.length > feedbackLimits.text) throw new Refusing('too_long', textColumn)
  const entry = entryOf(cell('entry'), mapping.entry, nameOf('entry'))
  const saidAt = saidAtOf(cell('said_at'), reading, nameOf('said_at'))
  for (const target of ['external_id', 'customer_id'] as const)
    if (cell(target).length > longestId) throw new Refusing('too_long', nameOf(target))
  const category = categoryOf(cell('category'), entry, reading)
  if (!category.named) keep(context, 'category', cell('category'))
  return {
    entry,
    text,
    categoryId: category.id,
    context,
    author: authorOf(cell, (target) => keep(context, nameOf(target), cell(target))),
    history: mapping.as === 'history',
    submissionKey: cell('external_id') ? `ext:${cell('external_id')}` : `row:${importId}:${number}`,
    ...(saidAt ? { saidAt } : {}),
  }
}

/** Control characters are artefacts of sheets: nobody's words are thrown away for one. */
function cleaned(cell: string, column: string): string {
  const clean = cell
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/g, '')
    .trim()
  if (clean.includes(brokenBytes) || !clean.isWellFormed())
    throw new Refusing('broken_characters', column)
  return clean
}

function textOf(title: string, text: string): string {
  return title === text ? text : [title, text].filter((part) => part !== '').join('\n')
}

function entryOf(cell: string, standing: Entry, column: string | null): Entry {
  if (cell === '') return standing
  const entry = entryNamed(cell)
  if (entry === null) throw new Refusing('entry_unknown', column)
  return entry
}

function saidAtOf(cell: string, reading: Reading, column: string | null): Date | null {
  if (cell === '') return null
  const at = parseSaidAt(cell, reading)
  if (at === 'ambiguous') throw new Refusing('date_ambiguous', column)
  if (at === null) throw new Refusing('time_unreadable', column)
  if (at.getTime() > reading.now.getTime() + clockDriftMs)
    throw new Refusing('said_in_future', column)
  return at
}
