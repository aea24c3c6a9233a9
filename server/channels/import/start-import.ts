import type { ImportView } from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { holdImport, mayNow, resetProgress, saveImport } from './import.ts'
import { viewOf } from './present.ts'

/** A member starts an import; one that failed on the way goes on where it stopped. */
export async function startImport(
  ctx: Ctx,
  { importId }: { importId: string },
): Promise<ImportView> {
  await ctx.write(async (tx) => {
    const held = await holdImport(tx, importId)
    mayNow(held, 'start')
    if (held.state !== 'failed') await resetProgress(tx, importId)
    await saveImport(tx, importId, { state: 'running', error: null, finished_at: null })
    tx.record('import.started', { importId })
  })
  return viewOf(ctx, importId)
}
