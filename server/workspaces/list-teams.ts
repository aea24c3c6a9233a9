import type { TeamView } from '../../contract/teams.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'

/** Teams and who is in them, in the order they were made. Those who were let out are in none. */
export async function listTeams(ctx: Ctx): Promise<{ items: TeamView[] }> {
  const [teams, people] = await Promise.all([
    ctx.db
      .selectFrom('teams')
      .select(['id', 'name'])
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    ctx.db
      .selectFrom('team_members as tm')
      .innerJoin('members as m', (join) =>
        join.onRef('m.workspace_id', '=', 'tm.workspace_id').onRef('m.id', '=', 'tm.member_id'),
      )
      .select(['tm.team_id', 'm.id', 'm.name'])
      .where('tm.workspace_id', '=', ctx.workspaceId)
      .where('m.active', '=', true)
      .orderBy('m.name')
      .orderBy('m.id')
      .execute(),
  ])
  return {
    items: teams.map((team) => ({
      ...team,
      members: people
        .filter(({ team_id }) => team_id === team.id)
        .map(({ id, name }) => ({ id, name })),
    })),
  }
}

export async function showTeam(ctx: Ctx, teamId: string): Promise<TeamView> {
  const team = (await listTeams(ctx)).items.find(({ id }) => id === teamId)
  if (!team) throw new NotFound()
  return team
}
