import type { InputOf } from '../../../contract/endpoint.ts'
import type { rereadImport as endpoint, ImportView } from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Invalid } from '../../platform/errors.ts'
import { loadSettings } from '../../workspaces/index.ts'
import {
  holdImport,
  inspectedValues,
  loadImport,
  mayNow,
  resetProgress,
  saveImport,
} from './import.ts'
import { inspectSheet, refuseSheet } from './inspect-sheet.ts'
import { viewOf } from './present.ts'
import { sheetOf } from './work-through.ts'

/** A member says how the sheet is written; what its rows become stays as they chose. */
export async function rereadImport(
  ctx: Ctx,
  { importId, ...how }: InputOf<typeof endpoint>,
): Promise<ImportView> {
  const [found, { locale }] = await Promise.all([loadImport(ctx, importId), loadSettings(ctx)])
  mayNow(found, 'map')
  const inspected = await inspectSheet(() => sheetOf(ctx, found).catch(refuseMissing), {
    ...how,
    locale,
  }).catch(refuseSheet)
  await ctx.write(async (tx) => {
    const held = await holdImport(tx, importId)
    mayNow(held, 'map')
    const { entry, categoryId, categories, as, dateOrder } = held.mapping
    const mapping = { ...inspected.mapping, entry, categoryId, categories, as, dateOrder }
    await resetProgress(tx, importId)
    await saveImport(tx, importId, { state: 'mapping', rows: null })
    await tx.db
      .updateTable('imports')
      .set(inspectedValues({ ...inspected, mapping }))
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', importId)
      .execute()
  })
  return viewOf(ctx, importId)
}

function refuseMissing(error: unknown): never {
  throw (error as { code?: unknown }).code === 'ENOENT' ? new Invalid('file_missing') : error
}
