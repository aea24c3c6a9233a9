/**
 * Goes through the rows of a sheet in pieces, each in one transaction with its progress. After a stop
 * it goes on from there; of two workers on one import, the one that comes second with a piece stops.
 */
import type { Readable } from 'node:stream'
import type { DateOrder, UnknownCategory } from '../../../contract/imports.ts'
import { catalogueOf, forgetCatalogue, mostAtOnce } from '../../feedback/index.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { loadSettings } from '../../workspaces/index.ts'
import { withPiece } from './findings.ts'
import { holdImport, type Import, saveImport } from './import.ts'
import { storable } from './inspect-sheet.ts'
import type { Reading } from './row.ts'
import { readSheet, type SheetShape } from './sheet.ts'

/** Long rows make short pieces, in characters. */
const pieceLength = 4_000_000
const progressEveryMs = 1000
const dayMs = 86_400_000

export interface Piece {
  /** Data rows dealt with before this piece. */
  done: number
  rows: string[][]
}

export interface Rejection {
  row: number
  code: string
  field: string | null
  cells: readonly string[]
}

export interface Progress {
  accepted: number
  /** Rows that repeat. */
  repeats: readonly number[]
  /** What accepted rows name as their category, where there is none such. */
  unknown: readonly Pick<UnknownCategory, 'entry' | 'name'>[]
  rejections: readonly Rejection[]
  agedContacts: number
}

/** Somebody else changed the import, or deals with its rows: we have nothing more to do. */
export class Overtaken extends Error {}

export async function readingOf(ctx: Ctx, one: Import): Promise<Reading> {
  // Those that were made for it a moment ago, maybe by another process, are among them.
  forgetCatalogue(ctx.workspaceId)
  const [settings, { categories }] = await Promise.all([loadSettings(ctx), catalogueOf(ctx)])
  const now = ctx.now()
  const { id: importId, columns, mapping } = one
  return {
    importId,
    columns,
    mapping,
    categories: [...categories.values()],
    dateOrder: dateOrderOf(one),
    timeZone: settings.timeZone,
    now,
    contactsKeptSince: new Date(now.getTime() - settings.contactRetentionDays * dayMs),
  }
}

/** As was chosen; else as the column of times shows. */
function dateOrderOf({ mapping, dates }: Import): DateOrder | null {
  if (mapping.dateOrder !== 'auto') return mapping.dateOrder
  const shown = dates[mapping.columns.indexOf('said_at')] ?? null
  return shown === 'unclear' ? null : shown
}

/** The data rows after the first `done`, in pieces. */
export async function* piecesOf(ctx: Ctx, one: Import, done: number): AsyncGenerator<Piece> {
  let position = 0
  let piece: Piece = { done, rows: [] }
  let length = 0
  for await (const row of dataRows(ctx, one)) {
    position += 1
    if (position <= done) continue
    piece.rows.push(row)
    for (const cell of row) length += cell.length
    if (piece.rows.length < mostAtOnce && length < pieceLength) continue
    yield piece
    piece = { done: position, rows: [] }
    length = 0
  }
  if (piece.rows.length > 0) yield piece
}

export async function countRows(ctx: Ctx, one: Import): Promise<number> {
  let count = 0
  for await (const _ of dataRows(ctx, one)) count += 1
  return count
}

/** The bytes of its sheet, from the start. Rejects with ENOENT when they are gone. */
export async function sheetOf(ctx: Ctx, one: Pick<Import, 'file_id'>): Promise<Readable> {
  const { storage_key } = await ctx.db
    .selectFrom('files')
    .select('storage_key')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', one.file_id)
    .executeTakeFirstOrThrow()
  return ctx.files.get(storage_key)
}

async function* dataRows(ctx: Ctx, one: Import): AsyncGenerator<string[]> {
  let above = one.header_row ?? 0
  for await (const row of readSheet(await sheetOf(ctx, one), shapeOf(one))) {
    if (above > 0) above -= 1
    else yield row
  }
}

function shapeOf({ format, encoding, delimiter }: Import): SheetShape {
  return format === 'csv'
    ? { format, encoding, delimiter: delimiter ?? ',' }
    : { format, encoding: 'utf-8', delimiter: null }
}

/** Throws Overtaken when the import is no longer where this piece begins. */
export async function holdAt(tx: Tx, one: Import, done: number): Promise<Import> {
  const held = await holdImport(tx, one.id)
  if (held.state !== one.state || held.done !== done) throw new Overtaken()
  return held
}

/** Writes down what became of a piece, in the transaction that kept its rows. */
export function progressWriter(one: Import) {
  let toldAt = 0
  return async (tx: Tx, piece: Piece, { accepted, rejections, ...found }: Progress) => {
    const { findings } = await holdAt(tx, one, piece.done)
    if (rejections.length > 0)
      await tx.db
        .insertInto('import_rejections')
        .values(
          rejections.map(({ cells, ...rejection }) => ({
            workspace_id: tx.workspaceId,
            import_id: one.id,
            ...rejection,
            cells: json(cells.map(storable)),
          })),
        )
        .execute()
    await tx.db
      .updateTable('imports')
      .set((eb) => ({
        done: piece.done + piece.rows.length,
        accepted: eb('accepted', '+', accepted),
        repeated: eb('repeated', '+', found.repeats.length),
        rejected: eb('rejected', '+', rejections.length),
        findings: json(withPiece(findings, found)),
      }))
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', one.id)
      .execute()
    if (performance.now() - toldAt < progressEveryMs) return
    toldAt = performance.now()
    tx.record('import.progressed', { importId: one.id })
  }
}

/** So that the bar knows its length. */
export async function saveCount(ctx: Ctx, one: Import): Promise<void> {
  if (one.rows !== null) return
  const rows = await countRows(ctx, one)
  await ctx.write(async (tx) => {
    await holdAt(tx, one, one.done)
    await saveImport(tx, one.id, { rows })
    tx.record('import.progressed', { importId: one.id })
  })
}
