import type { InputOf } from '../../contract/endpoint.ts'
import type { createTeam as endpoint, TeamView } from '../../contract/teams.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { joinTeam, refuseStrangers } from './join-team.ts'
import { showTeam } from './list-teams.ts'

/** A team is added. */
export async function createTeam(
  ctx: Ctx,
  { name, memberIds }: InputOf<typeof endpoint>,
): Promise<TeamView> {
  const teamId = await ctx.write(async (tx) => {
    await refuseStrangers(tx, memberIds)
    const row = await tx.db
      .insertInto('teams')
      .values({ workspace_id: tx.workspaceId, id: tx.newId(), name, created_at: tx.now() })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Conflict('name_taken', 'name')
    await joinTeam(tx, row.id, memberIds)
    tx.record('settings.changed', { what: 'teams' })
    return row.id
  })
  return showTeam(ctx, teamId)
}
