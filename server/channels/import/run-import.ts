import { type NewFeedback, type Outcome, receiveMany } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { reaction } from '../../platform/events/reactions.ts'
import { columnAtFault } from './column-at-fault.ts'
import { orWriteDown } from './failure.ts'
import { findImport, type Import, saveImport } from './import.ts'
import { isRefused, readRow } from './row.ts'
import {
  holdAt,
  type Piece,
  piecesOf,
  progressWriter,
  type Rejection,
  readingOf,
  saveCount,
} from './work-through.ts'

/** An import that was started is carried out, row by row, each exactly once. */
export const runImports = reaction<'import.started'>({
  name: 'imports.run',
  pace: 'long',
  batch: 1,
  async run(ctx, events) {
    for (const { data } of events) await runImport(ctx, data.importId)
  },
})

async function runImport(ctx: Ctx, importId: string): Promise<void> {
  const one = await findImport(ctx, importId)
  if (one?.state !== 'running') return
  await orWriteDown(ctx, one, 'failed', async () => {
    await saveCount(ctx, one)
    let done = one.done
    const takeIn = await takingIn(ctx, one)
    for await (const piece of piecesOf(ctx, one, one.done)) {
      await takeIn(piece)
      done = piece.done + piece.rows.length
    }
    await finish(ctx, one, done)
  })
}

/** Keeps what customers said in the rows of a piece, and writes down the rest, in one transaction. */
async function takingIn(ctx: Ctx, one: Import): Promise<(piece: Piece) => Promise<void>> {
  const reading = await readingOf(ctx, one)
  const write = progressWriter(one)
  const arrival = { channelId: one.channel_id, channelKind: 'import', importId: one.id } as const
  return async (piece) => {
    const rejections: Rejection[] = []
    const items: NewFeedback[] = []
    const places: number[] = []
    for (const [index, cells] of piece.rows.entries()) {
      const row = piece.done + index + 1
      const read = readRow(reading, cells, row)
      if (isRefused(read)) rejections.push({ row, ...read, cells })
      else {
        items.push(read)
        places.push(index)
      }
    }
    await receiveMany(ctx, { ...arrival, items }, async (tx, outcomes) => {
      const refused = outcomes.flatMap((outcome, at): Rejection[] => {
        if (outcome.state !== 'rejected') return []
        const index = places[at] as number
        const field = columnAtFault(outcome.field, one)
        const { code } = outcome
        return [{ row: piece.done + index + 1, code, field, cells: piece.rows[index] ?? [] }]
      })
      await write(tx, piece, {
        accepted: outcomes.filter(isIn('accepted')).length,
        repeated: outcomes.filter(isIn('repeated')).length,
        rejections: [...rejections, ...refused],
      })
    })
  }
}

function isIn(state: Outcome['state']): (outcome: Outcome) => boolean {
  return (outcome) => outcome.state === state
}

async function finish(ctx: Ctx, one: Import, done: number): Promise<void> {
  await ctx.write(async (tx) => {
    await holdAt(tx, one, done)
    await saveImport(tx, one.id, { state: 'done', rows: done, finished_at: tx.now() })
    tx.record('import.progressed', { importId: one.id })
  })
}
