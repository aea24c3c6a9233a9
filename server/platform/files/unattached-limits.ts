/**
 * What customers leave with a workspace before they submit is kept for a day. However many addresses
 * it comes from, only so much of it in an hour; what is attached to something said does not count.
 */
import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { TooMany } from '../errors.ts'

export const unattachedLimits = { files: 4000, bytes: 4 * 1024 ** 3, windowMs: 60 * 60_000 }

/** Throws `uploads_full` when `more` bytes, in one more file, would be too much. */
export async function refuseWhenFull(
  ctx: Ctx,
  more: number,
  limits = unattachedLimits,
): Promise<void> {
  const now = ctx.now().getTime()
  const held = await ctx.db
    .selectFrom('files')
    .select([
      sql<number>`count(*)`.as('files'),
      sql<number>`coalesce(sum(size), 0)::bigint`.as('bytes'),
      (eb) => eb.fn.min('created_at').as('since'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('attached_at', 'is', null)
    .where('created_at', '>', new Date(now - limits.windowMs))
    // Sheets are members'.
    .where('kind', '!=', 'sheet')
    .executeTakeFirstOrThrow()
  if (held.files < limits.files && held.bytes + more <= limits.bytes) return
  const since = held.since?.getTime() ?? now
  throw new TooMany('uploads_full', (since + limits.windowMs - now) / 1000)
}
