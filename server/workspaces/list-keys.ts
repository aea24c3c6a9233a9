import type { KeyView } from '../../contract/members.ts'
import type { Ctx } from '../platform/ctx.ts'

/** API keys in force, newest first. */
export async function listKeys(ctx: Ctx): Promise<{ items: KeyView[] }> {
  const rows = await ctx.db
    .selectFrom('api_keys as k')
    .innerJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'k.workspace_id').onRef('m.id', '=', 'k.created_by'),
    )
    .selectAll('k')
    .select(['m.name as creator', 'm.active as creator_active'])
    .where('k.workspace_id', '=', ctx.workspaceId)
    .where('k.revoked_at', 'is', null)
    .orderBy('k.id', 'desc')
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      start: row.start,
      scopes: row.scopes,
      createdBy: row.creator,
      creatorActive: row.creator_active,
      createdAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    })),
  }
}
