import { previewMany } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { reaction } from '../../platform/events/reactions.ts'
import { columnAtFault } from './column-at-fault.ts'
import { orWriteDown } from './failure.ts'
import { findImport, type Import, resetProgress, saveImport } from './import.ts'
import { agedIn, type ReadRow, readRows, unknownIn } from './read-rows.ts'
import {
  holdAt,
  type Piece,
  type Progress,
  piecesOf,
  progressWriter,
  readingOf,
  saveCount,
} from './work-through.ts'

/** A dry run: what would become of each row, with the same rules, and nothing of it kept. */
export const checkImports = reaction<'import.check_requested'>({
  name: 'imports.check',
  pace: 'long',
  batch: 1,
  async run(ctx, events) {
    for (const { data } of events) await checkRows(ctx, data.importId)
  },
})

async function checkRows(ctx: Ctx, importId: string): Promise<void> {
  const found = await findImport(ctx, importId)
  if (found?.state !== 'checking') return
  // Repeats within the sheet are only known to who read it from the start.
  const one = { ...found, done: 0 }
  await orWriteDown(ctx, one, 'mapping', async () => {
    await ctx.write(async (tx) => {
      await holdAt(tx, one, found.done)
      await resetProgress(tx, one.id)
    })
    await saveCount(ctx, one)
    let done = 0
    const look = await looking(ctx, one)
    const write = progressWriter(one)
    for await (const piece of piecesOf(ctx, one, 0)) {
      const progress = await look(piece)
      await ctx.write((tx) => write(tx, piece, progress))
      done = piece.done + piece.rows.length
    }
    await ctx.write(async (tx) => {
      await holdAt(tx, one, done)
      await saveImport(tx, one.id, { state: 'checked', rows: done })
      tx.record('import.progressed', { importId: one.id })
    })
  })
}

async function looking(ctx: Ctx, one: Import): Promise<(piece: Piece) => Promise<Progress>> {
  const reading = await readingOf(ctx, one)
  const seen = new Set<string>()
  return async (piece) => {
    const { read, rejections } = readRows(reading, piece)
    const repeats: number[] = []
    const taken: ReadRow[] = []
    const outcomes = await previewMany(
      ctx,
      one.channel_id,
      read.map(({ item }) => item),
    )
    for (const [at, outcome] of outcomes.entries()) {
      const found = read[at] as ReadRow
      const { item, row, cells } = found
      const key = item.submissionKey ?? ''
      if (typeof outcome !== 'string') {
        const field = columnAtFault(outcome.field, one)
        rejections.push({ row, code: outcome.code, field, cells })
      } else if (outcome === 'repeated' || seen.has(key)) repeats.push(row)
      else {
        taken.push(found)
        if (key.startsWith('ext:')) seen.add(key)
      }
    }
    const [unknown, agedContacts] = [unknownIn(taken), agedIn(taken)]
    return { accepted: taken.length, repeats, unknown, agedContacts, rejections }
  }
}
