import { describe, expect, test } from 'vitest'
import { changeMember, listMembers } from '../../contract/members.ts'
import { type Role, roles } from '../../contract/roles.ts'
import { readViewer } from '../../contract/workspaces.ts'
import type { Product } from '../testing/product.ts'
import { aWorkspaceForEach } from '../testing/workspace-for-each.ts'
import { joinTeam } from './join-team.ts'
import { membersById, membersOfTeam } from './people.ts'
import { answerOf, aWorkspace, type TestWorkspace } from './testing.ts'

let product: Product
let whale: TestWorkspace
aWorkspaceForEach(
  (booted, made) => {
    product = booted
    whale = made
  },
  { rateLimits: true },
)

const as = (role: Role) => product.as(whale.members[role].headers)
const change = (by: Role, of: Role, body: { role?: Role; active?: boolean }) =>
  answerOf(as(by)(changeMember, { params: { memberId: whale.members[of].id }, body }))

describe('members', () => {
  test('are listed with their teams and what may be done to them', async () => {
    const { supervisor } = whale.members
    await whale.ctx().write((tx) => joinTeam(tx, whale.teams.tech as string, [supervisor.id]))
    const seenBy = async (role: Role) =>
      Object.fromEntries((await as(role)(listMembers)).items.map((member) => [member.role, member]))
    const owners = await seenBy('owner')
    expect(Object.keys(owners).sort()).toEqual([...roles].sort())
    expect(owners.owner?.can).toEqual([])
    expect(owners.agent?.can).toEqual(['changeRole', 'deactivate'])
    expect(owners.supervisor?.teams).toEqual([{ id: whale.teams.tech, name: '技术支持' }])
    const admins = await seenBy('admin')
    expect(admins.owner?.can).toEqual([])
    expect(admins.admin?.can).toEqual(['changeRole'])
    expect(admins.agent?.can).toEqual(['changeRole', 'deactivate'])
    const agents = await seenBy('agent')
    expect(agents.analyst?.can).toEqual([])
  })

  test('only owners and admins change them, only owners touch owners', async () => {
    for (const by of ['supervisor', 'agent', 'analyst'] as const)
      expect(await change(by, 'agent', { role: 'admin' })).toBe('403 forbidden')
    expect(await change('admin', 'agent', { role: 'owner' })).toBe('403 owner_only')
    expect(await change('admin', 'owner', { role: 'agent' })).toBe('403 owner_only')
    expect(await change('admin', 'owner', { active: false })).toBe('403 owner_only')
    expect(await change('admin', 'agent', { role: 'supervisor' })).toBe('served')
    expect(await change('owner', 'agent', { role: 'owner' })).toBe('served')
  })

  test('the last owner stays; nobody lets themself out', async () => {
    expect(await change('owner', 'owner', { role: 'admin' })).toBe('409 last_owner')
    expect(await change('owner', 'owner', { active: false })).toBe('409 last_owner')
    expect(await change('admin', 'admin', { active: false })).toBe('403 forbidden')
    expect(await change('owner', 'admin', { role: 'owner' })).toBe('served')
    expect(await change('owner', 'owner', { role: 'agent' })).toBe('served')
  })

  test('two owners who demote each other at once leave one', async () => {
    await change('owner', 'admin', { role: 'owner' })
    const answers = await Promise.all([
      change('owner', 'admin', { role: 'agent' }),
      change('admin', 'owner', { role: 'agent' }),
    ])
    expect(answers.filter((answer) => answer === 'served')).toHaveLength(1)
    const rows = await whale
      .ctx()
      .db.selectFrom('members')
      .select('id')
      .where('workspace_id', '=', whale.id)
      .where('role', '=', 'owner')
      .execute()
    expect(rows).toHaveLength(1)
  })

  test('of other workspaces are not there', async () => {
    const crab = await aWorkspace(product)
    const call = as('owner')(changeMember, {
      params: { memberId: crab.members.agent.id },
      body: { role: 'admin' },
    })
    expect(await answerOf(call)).toBe('404 not_found')
    const found = await membersById(whale.ctx(), [crab.members.agent.id, whale.members.agent.id])
    expect([...found.keys()]).toEqual([whale.members.agent.id])
  })

  test('who were let out keep their name and get no more work', async () => {
    const { agent, analyst } = whale.members
    const team = whale.teams.tech as string
    await whale.ctx().write((tx) => joinTeam(tx, team, [agent.id, analyst.id]))
    await change('owner', 'agent', { active: false })
    expect((await membersOfTeam(whale.ctx(), team)).map(({ id }) => id)).toEqual([analyst.id])
    expect((await membersById(whale.ctx(), [agent.id])).get(agent.id)).toMatchObject({
      name: '周办',
      active: false,
    })
  })

  test('every change is stated with who made it, a change of nothing is not', async () => {
    await change('admin', 'agent', { role: 'supervisor' })
    await change('admin', 'agent', { role: 'supervisor' })
    const events = await whale
      .ctx()
      .db.selectFrom('events')
      .select(['actor', 'data'])
      .where('workspace_id', '=', whale.id)
      .where('type', '=', 'member.changed')
      .execute()
    expect(events).toEqual([
      {
        actor: { kind: 'member', id: whale.members.admin.id, name: '王管' },
        data: { memberId: whale.members.agent.id },
      },
    ])
  })

  test('a viewer knows what they may do', async () => {
    const viewer = await as('analyst')(readViewer)
    expect(viewer.member.name).toBe('何析')
    expect(viewer.permissions).toContain('insights.read')
    expect(viewer.permissions).not.toContain('cases.handle')
    expect(viewer.twoFactor).toBe(false)
  })
})
