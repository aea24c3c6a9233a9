import type { ImportView } from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { holdImport, mayNow, resetProgress, saveImport } from './import.ts'
import { viewOf } from './present.ts'

/** A member asks for a dry run: every row is looked at, none is kept. */
export async function checkImport(
  ctx: Ctx,
  { importId }: { importId: string },
): Promise<ImportView> {
  await ctx.write(async (tx) => {
    mayNow(await holdImport(tx, importId), 'check')
    await resetProgress(tx, importId)
    await saveImport(tx, importId, { state: 'checking' })
    tx.record('import.check_requested', { importId })
  })
  return viewOf(ctx, importId)
}
