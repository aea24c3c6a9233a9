import { receiveMany } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { reaction } from '../../platform/events/reactions.ts'
import { columnAtFault } from './column-at-fault.ts'
import { orWriteDown } from './failure.ts'
import { findImport, type Import, saveImport } from './import.ts'
import { agedIn, type ReadRow, readRows, unknownIn } from './read-rows.ts'
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
    const { read, rejections } = readRows(reading, piece)
    const items = read.map(({ item }) => item)
    await receiveMany(ctx, { ...arrival, items }, async (tx, outcomes) => {
      const refused = outcomes.flatMap((outcome, at): Rejection[] => {
        if (outcome.state !== 'rejected') return []
        const { row, cells } = read[at] as ReadRow
        return [{ row, code: outcome.code, field: columnAtFault(outcome.field, one), cells }]
      })
      const taken = read.filter((_, at) => outcomes[at]?.state === 'accepted')
      await write(tx, piece, {
        accepted: taken.length,
        repeats: read.filter((_, at) => outcomes[at]?.state === 'repeated').map(({ row }) => row),
        unknown: unknownIn(taken),
        agedContacts: agedIn(taken),
        rejections: [...rejections, ...refused],
      })
    })
  }
}

async function finish(ctx: Ctx, one: Import, done: number): Promise<void> {
  await ctx.write(async (tx) => {
    await holdAt(tx, one, done)
    await saveImport(tx, one.id, { state: 'done', rows: done, finished_at: tx.now() })
    tx.record('import.progressed', { importId: one.id })
  })
}
