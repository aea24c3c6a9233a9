/** Names that the numbers are shown with. Insights may read other domains' tables. */
import type { Ctx } from '../platform/ctx.ts'

export async function workspaceOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('workspaces')
    .select(['time_zone', 'reply_goal'])
    .where('id', '=', ctx.workspaceId)
    .executeTakeFirstOrThrow()
}

export async function channelsOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('channels')
    .select(['id', 'name', 'kind'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function categoriesById(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('categories')
    .select(['id', 'name', 'name_en'])
    .where('workspace_id', '=', ctx.workspaceId)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
