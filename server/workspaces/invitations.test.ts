/** Links by which people come in, and when they lead nowhere. */
import { describe, expect, test } from 'vitest'
import {
  acceptInvitation,
  changeMember,
  invite,
  listInvitations,
  listMembers,
  readInvitation,
  revokeInvitation,
} from '../../contract/members.ts'
import type { Role } from '../../contract/roles.ts'
import { readViewer } from '../../contract/workspaces.ts'
import type { Product } from '../testing/product.ts'
import { aWorkspaceForEach } from '../testing/workspace-for-each.ts'
import { aBrowser, answerOf, aWorkspace, type TestWorkspace } from './testing.ts'

const password = 'a quiet blue whale'
const day = 86_400_000

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

describe('an invitation', () => {
  const newInvitation = async (body: { role: Role; email?: string } = { role: 'agent' }) => {
    const { invitation, link } = await as('admin')(invite, { body })
    return { invitation, link, token: link.split('/').at(-1) as string }
  }
  const accept = (token: string, more: { email?: string; password?: string } = {}) =>
    product.as()(acceptInvitation, {
      params: { token },
      body: { name: '新人', email: 'new@whale.test', password, ...more },
    })
  let made = 0
  const newEmail = () => `joiner-${made++}@whale.test`

  test('leads someone new in, once', async () => {
    const { invitation, link, token } = await newInvitation()
    expect(link).toMatch(/^http:\/\/[^/]+\/console\/join\/hyi_/)
    expect((await as('admin')(listInvitations)).items).toEqual([invitation])
    expect(invitation).toMatchObject({ role: 'agent', invitedBy: '王管' })
    expect(Date.parse(invitation.expiresAt) - Date.parse(invitation.createdAt)).toBe(7 * day)
    expect(await product.as()(readInvitation, { params: { token } })).toEqual({
      workspaceName: '蓝鲸小店',
      role: 'agent',
      email: null,
      invitedBy: '王管',
    })

    const email = newEmail()
    expect(await accept(token, { email })).toEqual({ workspace: whale.slug })
    const browser = aBrowser(product)
    expect((await browser.signIn(email, password)).status).toBe(200)
    const viewer = await product.as({ cookie: browser.cookie() })(readViewer)
    expect(viewer.member).toMatchObject({ name: '新人', role: 'agent', email })
    expect(await answerOf(accept(token, { email: newEmail() }))).toBe('404 not_found')
    expect((await as('admin')(listInvitations)).items).toEqual([])
  })

  test('accepted by three at once lets one in', async () => {
    const { token } = await newInvitation()
    const answers = await Promise.all(
      [1, 2, 3].map(() => answerOf(accept(token, { email: newEmail() }))),
    )
    expect(answers.sort()).toEqual(['404 not_found', '404 not_found', 'served'])
  })

  test('two of them accepted by one newcomer at once make one member', async () => {
    const email = newEmail()
    const [first, second] = [await newInvitation(), await newInvitation()]
    const answers = await Promise.all(
      [first, second].map(({ token }) => answerOf(accept(token, { email }))),
    )
    expect(answers.filter((answer) => answer === 'served')).toHaveLength(1)
    expect(answers.filter((answer) => answer.startsWith('409'))).toHaveLength(1)
    const { items } = await as('owner')(listMembers)
    expect(items.filter((member) => member.email === email)).toHaveLength(1)
    // The other invitation is not used up.
    expect((await as('admin')(listInvitations)).items).toHaveLength(1)
  })

  test('for an account that exists needs its password, and tries are counted', async () => {
    const email = newEmail()
    await accept((await newInvitation()).token, { email })
    const crab = await aWorkspace(product)
    const { link } = await product.as(crab.members.owner.headers)(invite, {
      body: { role: 'admin' },
    })
    const token = link.split('/').at(-1) as string
    expect(await answerOf(accept(token, { email, password: 'someone else’s' }))).toBe(
      '400 wrong_password',
    )
    expect(await accept(token, { email: email.toUpperCase() })).toEqual({ workspace: crab.slug })

    const { token: another } = await newInvitation()
    const answers: string[] = []
    for (let i = 0; i < 11; i++)
      answers.push(await answerOf(accept(another, { email, password: 'guess after guess' })))
    expect(answers.slice(0, 10)).toEqual(Array(10).fill('400 wrong_password'))
    expect(answers[10]).toBe('429 too_many')
  })

  test('is for whom it was written', async () => {
    const { token } = await newInvitation({ role: 'analyst', email: 'Only@Whale.test' })
    expect(await answerOf(accept(token))).toBe('409 invitation_for_another')
    expect(await answerOf(accept(token, { email: 'only@whale.test' }))).toBe('served')
  })

  test('cannot be used by who is in already, and brings back who was let out', async () => {
    const email = newEmail()
    await accept((await newInvitation()).token, { email })
    const { token } = await newInvitation({ role: 'supervisor' })
    expect(await answerOf(accept(token, { email }))).toBe('409 already_member')
    const joined = (await as('owner')(listMembers)).items.find((member) => member.email === email)
    await as('owner')(changeMember, {
      params: { memberId: joined?.id as string },
      body: { active: false },
    })
    expect(await answerOf(accept(token, { email }))).toBe('served')
    const back = (await as('owner')(listMembers)).items.filter((member) => member.email === email)
    expect(back).toMatchObject([{ id: joined?.id, role: 'supervisor', active: true }])
  })

  test('ends after a week, when it is withdrawn, or when its secret is not whole', async () => {
    const withdrawn = await newInvitation()
    const params = { invitationId: withdrawn.invitation.id }
    expect(await answerOf(as('admin')(revokeInvitation, { params }))).toBe('served')
    expect(await answerOf(as('admin')(revokeInvitation, { params }))).toBe('404 not_found')
    expect(await answerOf(accept(withdrawn.token))).toBe('404 not_found')

    const late = await newInvitation()
    const broken = `${late.token.slice(0, -1)}${late.token.at(-1) === 'a' ? 'b' : 'a'}`
    expect(await answerOf(accept(broken))).toBe('404 not_found')
    expect(await answerOf(accept('x'.repeat(90)))).toBe('404 not_found')
    product.pass(7 * day)
    expect(await answerOf(product.as()(readInvitation, { params: { token: late.token } }))).toBe(
      '404 not_found',
    )
    expect(await answerOf(accept(late.token))).toBe('404 not_found')
    expect((await as('admin')(listInvitations)).items).toEqual([])
  })

  test('ends when who made it is let out, or may not make it any more', async () => {
    const made = async (by: Role, role: Role) => {
      const { link } = await as(by)(invite, { body: { role } })
      const token = link.split('/').at(-1) as string
      return () => answerOf(product.as()(readInvitation, { params: { token } }))
    }
    const byOwner = await made('owner', 'admin')
    const byAdmin = await made('admin', 'admin')
    expect(await change('owner', 'agent', { active: false })).toBe('served')
    expect(await byAdmin()).toBe('served')
    expect(await change('owner', 'admin', { active: false })).toBe('served')
    expect(await byAdmin()).toBe('404 not_found')
    expect(await change('owner', 'admin', { active: true })).toBe('served')
    expect(await byAdmin()).toBe('404 not_found')

    const again = await made('admin', 'agent')
    expect(await change('owner', 'admin', { role: 'supervisor' })).toBe('served')
    expect(await again()).toBe('404 not_found')
    expect(await change('owner', 'admin', { role: 'owner' })).toBe('served')
    const [toOwner, toAgent] = [await made('admin', 'owner'), await made('admin', 'agent')]
    expect(await change('owner', 'admin', { role: 'admin' })).toBe('served')
    expect([await toOwner(), await toAgent(), await byOwner()]).toEqual([
      '404 not_found',
      'served',
      'served',
    ])
  })

  test('to become an owner is an owner’s to give', async () => {
    const ask = (role: Role, of: Role) => answerOf(as(role)(invite, { body: { role: of } }))
    expect(await ask('admin', 'owner')).toBe('403 owner_only')
    expect(await ask('owner', 'owner')).toBe('served')
    expect(await ask('agent', 'agent')).toBe('403 forbidden')
  })

  test('wants a password that is not easily guessed', async () => {
    const { token } = await newInvitation()
    const email = newEmail()
    expect(await answerOf(accept(token, { email, password: 'qwertyuiop' }))).toBe(
      '400 password_too_weak',
    )
    expect(await answerOf(accept(token, { email, password: `${email}` }))).toBe(
      '400 password_too_weak',
    )
    expect(await answerOf(accept(token, { email }))).toBe('served')
  })

  test('the secret is nowhere in the database', async () => {
    const { token } = await newInvitation()
    const rows = await whale
      .ctx()
      .db.selectFrom('invitations')
      .selectAll()
      .where('workspace_id', '=', whale.id)
      .execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token.slice(-43))
  })
})
