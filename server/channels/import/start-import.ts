import type { ImportView } from '../../../contract/imports.ts'
import { addCategories, forgetCatalogue } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { holdImport, mayNow, resetProgress, saveImport } from './import.ts'
import { viewOf } from './present.ts'

/**
 * A member starts an import, with the categories it was decided to make for it; one that failed on
 * the way goes on where it stopped.
 */
export async function startImport(
  ctx: Ctx,
  { importId }: { importId: string },
): Promise<ImportView> {
  await ctx.write(async (tx) => {
    const held = await holdImport(tx, importId)
    mayNow(held, 'start')
    if (held.state !== 'failed') await resetProgress(tx, importId)
    await addCategories(
      tx,
      held.mapping.categories.filter(({ to }) => to === 'create'),
    )
    await saveImport(tx, importId, { state: 'running', error: null, finished_at: null })
    tx.record('import.started', { importId })
  })
  forgetCatalogue(ctx.workspaceId)
  return viewOf(ctx, importId)
}
