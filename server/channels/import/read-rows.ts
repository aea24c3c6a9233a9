/** The rows of a piece, read: what they say, and which cannot be read. */
import type { Entry } from '../../../contract/values.ts'
import type { NewFeedback } from '../../feedback/index.ts'
import { isRefused, type Reading, readRow, unknownCategoryOf } from './row.ts'
import type { Piece, Rejection } from './work-through.ts'

export interface ReadRow {
  item: NewFeedback
  /** Data row, from 1. */
  row: number
  cells: readonly string[]
  /** What it says its category is, when that names none. */
  unknownCategory: string | null
  /** It says how to reach or call somebody, and is as old as that may be kept. */
  hasAgedContacts: boolean
}

export function readRows(
  reading: Reading,
  piece: Piece,
): { read: ReadRow[]; rejections: Rejection[] } {
  const read: ReadRow[] = []
  const rejections: Rejection[] = []
  for (const [index, cells] of piece.rows.entries()) {
    const row = piece.done + index + 1
    const item = readRow(reading, cells, row)
    if (isRefused(item)) rejections.push({ row, ...item, cells })
    else {
      const unknownCategory = unknownCategoryOf(reading, item, cells)
      read.push({ item, row, cells, unknownCategory, hasAgedContacts: isAged(reading, item) })
    }
  }
  return { read, rejections }
}

/** Records of the past count from when they were said (cases/erase-contacts.ts); what is open, from its closing. */
function isAged({ contactsKeptSince, now }: Reading, item: NewFeedback): boolean {
  const { name, email, phone } = item.author ?? {}
  const hasContacts = Boolean(name || email || phone)
  return item.history === true && hasContacts && (item.saidAt ?? now) <= contactsKeptSince
}

export function agedIn(rows: readonly ReadRow[]): number {
  return rows.filter(({ hasAgedContacts }) => hasAgedContacts).length
}

/** Of those of `rows` that name a category which is none. */
export function unknownIn(rows: readonly ReadRow[]): { entry: Entry; name: string }[] {
  return rows.flatMap(({ item, unknownCategory }) =>
    unknownCategory === null ? [] : [{ entry: item.entry, name: unknownCategory }],
  )
}
