import type { InputOf } from '../../contract/endpoint.ts'
import type {
  changeTeam as changeEndpoint,
  createTeam as createEndpoint,
  TeamView,
} from '../../contract/workspaces.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict, Invalid, NotFound } from '../platform/errors.ts'
import { joinTeam } from './add-member.ts'

/** Teams and who is in them, in the order they were made. */
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

/** A team is added. */
export async function createTeam(
  ctx: Ctx,
  { name, memberIds }: InputOf<typeof createEndpoint>,
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

/** A team gets another name or other people; its cases stay with it. */
export async function changeTeam(
  ctx: Ctx,
  { teamId, name, memberIds }: InputOf<typeof changeEndpoint>,
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
      .execute()
    await joinTeam(tx, teamId, memberIds)
    tx.record('settings.changed', { what: 'teams' })
  })
  return showTeam(ctx, teamId)
}

async function showTeam(ctx: Ctx, teamId: string): Promise<TeamView> {
  const team = (await listTeams(ctx)).items.find(({ id }) => id === teamId)
  if (!team) throw new NotFound()
  return team
}

async function refuseStrangers(tx: Tx, memberIds: string[]): Promise<void> {
  const wanted = [...new Set(memberIds)]
  if (wanted.length === 0) return
  const rows = await tx.db
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', wanted)
    .execute()
  if (rows.length < wanted.length) throw new Invalid('member_unknown', 'memberIds')
}
