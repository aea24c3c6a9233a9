/** Who takes care of what together. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Line, Named } from './values.ts'

export const TeamView = z.object({ id: Id, name: z.string(), members: z.array(Named) })
export type TeamView = z.infer<typeof TeamView>
const TeamBody = z.strictObject({ name: Line(40), memberIds: z.array(Id).max(500) })

export const listTeams = endpoint({
  id: 'workspaces.listTeams',
  method: 'GET',
  path: '/api/v1/teams',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'Teams and who is in them',
  reply: z.object({ items: z.array(TeamView) }),
})

export const createTeam = endpoint({
  id: 'workspaces.createTeam',
  method: 'POST',
  path: '/api/v1/teams',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Add a team',
  body: TeamBody,
  reply: TeamView,
  status: 201,
  errors: ['name_taken', 'member_unknown'],
})

export const changeTeam = endpoint({
  id: 'workspaces.changeTeam',
  method: 'PUT',
  path: '/api/v1/teams/:teamId',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Rename a team or change who is in it; members who were let out keep their place',
  params: z.object({ teamId: Id }),
  body: TeamBody,
  reply: TeamView,
  errors: ['name_taken', 'member_unknown'],
})
