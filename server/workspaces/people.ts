/** Members and teams, for domains that show who has something, give work, or tell someone. */
import type { Role } from '../../contract/roles.ts'
import type { Named } from '../../contract/values.ts'
import type { Ctx } from '../platform/ctx.ts'

/** A Ctx or a Tx. */
export type Reader = Pick<Ctx, 'workspaceId' | 'db'>

export interface KnownMember {
  id: string
  name: string
  email: string
  role: Role
  /** Those who left keep their name on what they did. */
  active: boolean
}

/** Ids that are not ours are left out. */
export async function membersById(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, KnownMember>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('members')
    .select(['id', 'name', 'email', 'role', 'active'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every team, by name: there are few. */
export async function loadTeams(reader: Reader): Promise<Named[]> {
  return reader.db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('workspace_id', '=', reader.workspaceId)
    .orderBy('name')
    .execute()
}

/** Who of a team may be given work or told of something: its active members. */
export async function membersOfTeam(reader: Reader, teamId: string): Promise<KnownMember[]> {
  return reader.db
    .selectFrom('team_members as tm')
    .innerJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'tm.workspace_id').onRef('m.id', '=', 'tm.member_id'),
    )
    .select(['m.id', 'm.name', 'm.email', 'm.role', 'm.active'])
    .where('tm.workspace_id', '=', reader.workspaceId)
    .where('tm.team_id', '=', teamId)
    .where('m.active', '=', true)
    .orderBy('m.id')
    .execute()
}
