import type { InputOf } from '../../contract/endpoint.ts'
import type { changeTeam as endpoint, TeamView } from '../../contract/teams.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import { joinTeam, refuseStrangers } from './join-team.ts'
import { showTeam } from './list-teams.ts'

/**
 * A team gets another name or other people; its cases stay with it. Who is let out for a while is not
 * seen by who edits it, and keeps their place.
 */
export async function changeTeam(
  ctx: Ctx,
  { teamId, name, memberIds }: InputOf<typeof endpoint>,
): Promise<TeamView> {
  await ctx.write(async (tx) => {
    const teams = await tx.db
      .selectFrom('teams')
      .select(['id', 'name'])
      .where('workspace_id', '=', tx.workspaceId)
      .orderBy('id')
      .forUpdate()
      .execute()
    if (!teams.some(({ id }) => id === teamId)) throw new NotFound()
    if (teams.some((team) => team.id !== teamId && team.name === name))
      throw new Conflict('name_taken', 'name')
    await refuseStrangers(tx, memberIds)
    await tx.db
      .updateTable('teams')
      .set({ name })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', teamId)
      .execute()
    await tx.db
      .deleteFrom('team_members')
      .where('workspace_id', '=', tx.workspaceId)
      .where('team_id', '=', teamId)
      .where('member_id', 'in', (eb) =>
        eb
          .selectFrom('members')
          .select('id')
          .where('workspace_id', '=', tx.workspaceId)
          .where('active', '=', true),
      )
      .execute()
    await joinTeam(tx, teamId, memberIds)
    tx.record('settings.changed', { what: 'teams' })
  })
  return showTeam(ctx, teamId)
}
