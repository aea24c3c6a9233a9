import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeMember, listKeys } from '../../contract/members.ts'
import { changeSettings, readSettings, readViewer } from '../../contract/workspaces.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { addMember } from './add-member.ts'
import { answerOf, aWorkspace, type TestMember, type TestWorkspace } from './testing.ts'

let product: Product
let whale: TestWorkspace
let crab: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
})
afterAll(() => product.close())
beforeEach(async () => {
  whale = await aWorkspace(product)
  crab = await aWorkspace(product)
})

async function seen(member: TestMember): Promise<Date | null> {
  const row = await member.ctx.db
    .selectFrom('members')
    .select('last_seen_at')
    .where('workspace_id', '=', whale.id)
    .where('id', '=', member.id)
    .executeTakeFirstOrThrow()
  return row.last_seen_at
}

describe('a member', () => {
  test('without a session is nobody', async () => {
    expect(await answerOf(product.as()(readSettings))).toBe('401 not_signed_in')
    const cookie = 'huiyin.session_token=made-up.signature'
    expect(await answerOf(product.as({ cookie })(readSettings))).toBe('401 not_signed_in')
  })

  test('enters by name, by address, or the only workspace there is', async () => {
    const { cookie, ...rest } = whale.members.agent.headers as { cookie: string }
    expect((await product.as({ cookie, ...rest })(readSettings)).slug).toBe(whale.slug)
    expect((await product.as({ cookie })(readSettings)).slug).toBe(whale.slug)
    const answer = await product.app.inject({
      url: `/api/v1/workspace?workspace=${whale.slug}`,
      headers: { cookie },
    })
    expect(answer.json().slug).toBe(whale.slug)
  })

  test('of another workspace finds nothing there, as if it did not exist', async () => {
    const { cookie } = whale.members.owner.headers as { cookie: string }
    const into = (slug: string) =>
      answerOf(product.as({ cookie, 'x-workspace': slug })(readSettings))
    expect(await into(crab.slug)).toBe('404 not_found')
    expect(await into('no-such-place')).toBe('404 not_found')
  })

  test('of two workspaces sees both, reads the first, and must say where to change something', async () => {
    const { accountId, name, email, headers } = whale.members.owner
    await crab.ctx().write((tx) => addMember(tx, { accountId, name, email, role: 'owner' }))
    product.pass(11_000)
    const { cookie } = headers as { cookie: string }
    const viewer = await product.as({ cookie })(readViewer)
    expect(viewer.workspaces.map(({ slug }) => slug)).toEqual([whale.slug, crab.slug])
    const change = (more: Record<string, string>) =>
      answerOf(product.as({ cookie, ...more })(changeSettings, { body: { name: '新名字' } }))
    expect(await change({})).toBe('400 workspace_required')
    expect(await change({ 'x-workspace': crab.slug })).toBe('served')
  })

  test('whose role changed has the new one at once', async () => {
    const agent = whale.members.agent
    const call = () => answerOf(product.as(agent.headers)(listKeys))
    expect(await call()).toBe('403 forbidden')
    await product.as(whale.members.owner.headers)(changeMember, {
      params: { memberId: agent.id },
      body: { role: 'admin' },
    })
    expect(await call()).toBe('served')
  })

  test('who is let out is out at once, with an open session', async () => {
    const agent = whale.members.agent
    expect(await answerOf(product.as(agent.headers)(readSettings))).toBe('served')
    const change = (active: boolean) =>
      product.as(whale.members.admin.headers)(changeMember, {
        params: { memberId: agent.id },
        body: { active },
      })
    await change(false)
    expect(await answerOf(product.as(agent.headers)(readSettings))).toBe('404 not_found')
    await change(true)
    expect(await answerOf(product.as(agent.headers)(readSettings))).toBe('served')
  })

  test('changed by another process is noticed within ten seconds', async () => {
    const agent = whale.members.agent
    const call = () => answerOf(product.as(agent.headers)(readSettings))
    expect(await call()).toBe('served')
    await agent.ctx.db
      .updateTable('members')
      .set({ active: false })
      .where('workspace_id', '=', whale.id)
      .where('id', '=', agent.id)
      .execute()
    expect(await call()).toBe('served')
    product.pass(10_001)
    expect(await call()).toBe('404 not_found')
  })

  test('is seen, to some minutes', async () => {
    const agent = whale.members.agent
    const first = agent.ctx.now()
    await product.as(agent.headers)(readSettings)
    await expect.poll(() => seen(agent)).toEqual(first)
    product.pass(60_000)
    await product.as(agent.headers)(readSettings)
    product.pass(5 * 60_000)
    const later = agent.ctx.now()
    await product.as(agent.headers)(readSettings)
    await expect.poll(() => seen(agent)).toEqual(later)
  })
})

describe('against forged requests', () => {
  const change = (headers: Record<string, string>) =>
    product.app.inject({
      method: 'PATCH',
      url: '/api/v1/workspace',
      headers: { host: 'huiyin.test', ...headers },
      payload: { name: '改名' },
    })

  test('a change by cookie needs our header and our origin', async () => {
    const { 'x-requested-with': ours = '', ...cookie } = whale.members.owner.headers
    const withHeader = { ...cookie, 'x-requested-with': ours }
    const codes = [
      await change(cookie),
      await change({ ...cookie, 'x-requested-with': 'XMLHttpRequest' }),
      await change({ ...withHeader, origin: 'https://evil.test' }),
      await change({ ...withHeader, origin: 'null' }),
      await change({ ...withHeader, origin: 'http://huiyin.test' }),
      await change(withHeader),
    ].map((answer) => [answer.statusCode, answer.json().code])
    expect(codes).toEqual([
      [403, 'csrf'],
      [403, 'csrf'],
      [403, 'csrf'],
      [403, 'csrf'],
      [200, undefined],
      [200, undefined],
    ])
  })

  test('reading needs neither', async () => {
    const { cookie } = whale.members.owner.headers as { cookie: string }
    const answer = await product.app.inject({
      url: '/api/v1/workspace',
      headers: { cookie, origin: 'https://evil.test' },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})

test('who is known costs no query of the gate’s own', async () => {
  const { agent } = whale.members
  const call = product.as(agent.headers)
  await call(readSettings)
  await expect.poll(() => seen(agent)).not.toBeNull()
  let queries = 0
  const count = () => {
    queries += 1
  }
  product.platform.pool.on('acquire', count)
  for (let i = 0; i < 20; i++) await call(readSettings)
  product.platform.pool.off('acquire', count)
  // One each, the settings themselves; what earlier tests recorded may be announced meanwhile.
  expect(queries).toBeGreaterThanOrEqual(20)
  expect(queries).toBeLessThan(25)
})
