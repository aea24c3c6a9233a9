import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type { listReleases as endpoint } from '../../contract/improvements.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'
import { decodeCursor, encodeCursor } from '../platform/http/cursor.ts'
import { isUuid } from './list-problems.ts'
import { presentReleases } from './release.ts'

/** Releases, newest first. */
export async function listReleases(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  let query = ctx.db.selectFrom('releases').selectAll().where('workspace_id', '=', ctx.workspaceId)
  if (input.cursor) {
    const [id] = decodeCursor(input.cursor, 1)
    if (!isUuid(id)) throw new Invalid('cursor_invalid', 'cursor')
    query = query.where('id', '<', String(id))
  }
  const rows = await query
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    items: await presentReleases(ctx, shown),
    nextCursor: rows.length > input.limit && last ? encodeCursor([last.id]) : null,
  }
}
