import type { ImportView } from '../../../contract/imports.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { holdImport, mayNow, saveImport } from './import.ts'
import { viewOf } from './present.ts'

/** A member takes a whole import back. Its cases and feedback go where cases are (journey.ts). */
export async function undoImport(
  ctx: Ctx,
  { importId }: { importId: string },
): Promise<ImportView> {
  await ctx.write(async (tx) => {
    mayNow(await holdImport(tx, importId), 'undo')
    await saveImport(tx, importId, { state: 'undoing', error: null })
    tx.record('import.undo_requested', { importId })
  })
  return viewOf(ctx, importId)
}

/** Asked by whoever takes its cases back; until that transaction ends it cannot be started again. */
export async function isBeingUndone(tx: Tx, importId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('imports')
    .select('state')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', importId)
    .forShare()
    .executeTakeFirst()
  return row?.state === 'undoing'
}

/** All that an import brought is gone; its counts say what that was. The sheet may be imported again. */
export async function finishUndo(tx: Tx, importId: string): Promise<void> {
  const held = await holdImport(tx, importId)
  if (held.state !== 'undoing') return
  await saveImport(tx, importId, { state: 'undone', finished_at: tx.now() })
  tx.record('import.progressed', { importId })
}
