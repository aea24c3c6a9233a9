/** The rows of a piece, read: what they say, and which cannot be read. */
import type { NewFeedback } from '../../feedback/index.ts'
import { isRefused, type Reading, readRow } from './row.ts'
import type { Piece, Rejection } from './work-through.ts'

export interface ReadRow {
  item: NewFeedback
  /** Data row, from 1. */
  row: number
  cells: readonly string[]
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
    else read.push({ item, row, cells })
  }
  return { read, rejections }
}
