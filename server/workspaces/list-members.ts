import type { MemberView } from '../../contract/members.ts'
import type { Named } from '../../contract/values.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { abilitiesOn } from './member.ts'
import type { MembersTable } from './tables.ts'

/** Everyone who works here, by name. */
export async function listMembers(ctx: Ctx): Promise<{ items: MemberView[] }> {
  const [members, teams] = await Promise.all([
    ctx.db
      .selectFrom('members')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('active', 'desc')
      .orderBy('name')
      .orderBy('id')
      .execute(),
    teamsByMember(ctx),
  ])
  const owners = members.filter(({ role, active }) => role === 'owner' && active).length
  return { items: members.map((row) => present(ctx, row, teams.get(row.id) ?? [], owners)) }
}

export async function showMember(ctx: Ctx, memberId: string): Promise<MemberView> {
  const { items } = await listMembers(ctx)
  const found = items.find(({ id }) => id === memberId)
  if (!found) throw new NotFound()
  return found
}

async function teamsByMember(ctx: Ctx): Promise<Map<string, Named[]>> {
  const rows = await ctx.db
    .selectFrom('team_members as tm')
    .innerJoin('teams as t', (join) =>
      join.onRef('t.workspace_id', '=', 'tm.workspace_id').onRef('t.id', '=', 'tm.team_id'),
    )
    .select(['tm.member_id', 't.id', 't.name'])
    .where('tm.workspace_id', '=', ctx.workspaceId)
    .orderBy('t.created_at')
    .orderBy('t.id')
    .execute()
  const teams = new Map<string, Named[]>()
  for (const { member_id, ...team } of rows)
    teams.set(member_id, [...(teams.get(member_id) ?? []), team])
  return teams
}

function present(ctx: Ctx, row: MembersTable, teams: Named[], owners: number): MemberView {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    active: row.active,
    teams,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    can: abilitiesOn(ctx.actor, row, owners),
  }
}
