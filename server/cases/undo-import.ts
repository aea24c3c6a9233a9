import { finishUndo, isBeingUndone } from '../channels/index.ts'
import { feedbackOfImport } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { openCasesOf } from './open-cases.ts'
import { removeCasesOfImport } from './remove-cases.ts'

/** In one transaction: small enough that nobody waits long for a case among them. */
const atOnce = 200

/** An import is taken back: its cases go, and with them all that was said in them. */
export const undoImports = reaction<'import.undo_requested'>({
  name: 'cases.undoImport',
  pace: 'long',
  batch: 1,
  async run(ctx, events) {
    for (const { data } of events) await takeBack(ctx, data.importId)
  },
})

/** Feedback still on its way to a case gets there first, so that no case is opened behind our back. */
async function takeBack(ctx: Ctx, importId: string): Promise<void> {
  for (;;) {
    const removed = await removeSome(ctx, importId)
    // It may have been started again since: then this is no longer our business.
    if (removed === null) return
    if (removed > 0) continue
    const left = await feedbackOfImport(ctx, importId, atOnce)
    if (left.length === 0) break
    await openCasesOf(ctx, left)
  }
  await ctx.write((tx) => finishUndo(tx, importId))
}

function removeSome(ctx: Ctx, importId: string): Promise<number | null> {
  return ctx.write(async (tx) =>
    (await isBeingUndone(tx, importId)) ? removeCasesOfImport(tx, importId, atOnce) : null,
  )
}
