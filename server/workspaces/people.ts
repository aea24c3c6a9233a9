/** Members and teams by id, for domains that show who has something or ask whether they may. */
import type { Ctx } from '../platform/ctx.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db'>

export interface KnownMember {
  id: string
  name: string
  /** Those who left keep their name on what they did. */
  active: boolean
}

/** Ids that are not ours are left out. */
export async function membersById(
  ctx: Reader,
  ids: readonly string[],
): Promise<Map<string, KnownMember>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('members')
    .select(['id', 'name', 'active'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every team, by name: there are few. */
export async function loadTeams(ctx: Reader): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('name')
    .execute()
}
