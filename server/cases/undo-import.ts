import { finishUndo, isBeingUndone } from '../channels/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
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

/**
 * Until neither cases nor feedback are left. Removing feedback without a case waits for the transaction
 * that may just be opening one (openCases holds it); the case is then found in the next round.
 */
async function takeBack(ctx: Ctx, importId: string): Promise<void> {
  for (let removed = 1; removed > 0; ) {
    removed = await ctx.write(async (tx) => {
      // It may have been started again since: then this is no longer our business.
      if (!(await isBeingUndone(tx, importId))) return 0
      return removeCasesOfImport(tx, importId, atOnce)
    })
  }
  await ctx.write((tx) => finishUndo(tx, importId))
}
