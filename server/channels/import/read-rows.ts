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
    else read.push({ item, row, cells, unknownCategory: unknownCategoryOf(reading, item, cells) })
  }
  return { read, rejections }
}

/** Of those of `rows` that name a category which is none. */
export function unknownIn(rows: readonly ReadRow[]): { entry: Entry; name: string }[] {
  return rows.flatMap(({ item, unknownCategory }) =>
    unknownCategory === null ? [] : [{ entry: item.entry, name: unknownCategory }],
  )
}
