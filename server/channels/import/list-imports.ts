import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type {
  ImportView,
  listImports as list,
  showImport as show,
} from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { presentImports, viewOf } from './present.ts'

const most = 200

/** Imports, newest first. */
export async function listImports(ctx: Ctx): Promise<ReplyOf<typeof list>> {
  const rows = await ctx.db
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return { items: await presentImports(ctx, rows) }
}

/** How an import stands. */
export function showImport(ctx: Ctx, input: InputOf<typeof show>): Promise<ImportView> {
  return viewOf(ctx, input.importId)
}
