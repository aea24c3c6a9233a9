import type { InputOf } from '../../../contract/endpoint.ts'
import type { discardImport as endpoint } from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { releaseFiles } from '../../platform/files/attach-files.ts'
import { holdImport, mayNow, resetProgress } from './import.ts'

/** A member throws away an import of which nothing has been kept, its sheet with it. */
export async function discardImport(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<Record<string, never>> {
  await ctx.write(async (tx) => {
    const held = await holdImport(tx, input.importId)
    mayNow(held, 'discard')
    await resetProgress(tx, held.id)
    await tx.db
      .deleteFrom('imports')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', held.id)
      .execute()
    await releaseFiles(tx, [held.file_id])
  })
  return {}
}
