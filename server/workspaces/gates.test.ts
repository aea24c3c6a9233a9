import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CallError } from '../../contract/client.ts'
import { listCategories } from '../../contract/feedback.ts'
import {
  changeMember,
  changeSettings,
  createKey,
  listKeys,
  readSettings,
  readViewer,
  revokeKey,
} from '../../contract/workspaces.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { addMember } from './add-member.ts'
import { aWorkspace, type TestMember, type TestWorkspace } from './testing.ts'

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

const answerOf = (call: Promise<unknown>) =>
  call.then(
    () => 'served',
    (error: CallError) => `${error.status} ${error.code}`,
  )

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

describe('an API key', () => {
  const makeKey = async (scopes: ('cases:read' | 'cases:write')[] = ['cases:read']) => {
    const { key, secret } = await product.as(whale.members.admin.headers)(createKey, {
      body: { name: '对接', scopes },
    })
    return { id: key.id, key, secret, call: product.as({ authorization: `Bearer ${secret}` }) }
  }

  test('does what its scopes say, in its workspace, without a cookie or our header', async () => {
    const { call, secret } = await makeKey()
    expect(secret).toMatch(/^hyk_[0-9A-Za-z]{43}_[0-9A-Za-z]{43}$/)
    expect(await answerOf(call(listCategories))).toBe('served')
    // No scope opens these.
    expect(await answerOf(call(readSettings))).toBe('403 scope_missing')
    expect(await answerOf(call(listKeys))).toBe('403 scope_missing')
    const elsewhere = product.as({ authorization: `Bearer ${secret}`, 'x-workspace': crab.slug })
    expect(await answerOf(elsewhere(listCategories))).toBe('404 not_found')
    const writer = await makeKey(['cases:write'])
    expect(await answerOf(writer.call(listCategories))).toBe('403 scope_missing')
  })

  test('is known by its whole secret only', async () => {
    const { secret } = await makeKey()
    const last = secret.at(-1) === 'a' ? 'b' : 'a'
    for (const wrong of [
      `${secret.slice(0, -1)}${last}`,
      secret.slice(0, -1),
      `${secret}a`,
      `hyk_${'z'.repeat(43)}_${'z'.repeat(43)}`,
      'hyk_',
      '',
    ])
      expect(await answerOf(product.as({ authorization: `Bearer ${wrong}` })(listCategories))).toBe(
        '401 not_signed_in',
      )
    const basic = product.as({ authorization: `Basic ${secret}` })
    expect(await answerOf(basic(listCategories))).toBe('401 not_signed_in')
    const [row] = await whale
      .ctx()
      .db.selectFrom('api_keys')
      .selectAll()
      .where('workspace_id', '=', whale.id)
      .execute()
    expect(JSON.stringify(row)).not.toContain(secret.slice(-43))
  })

  test('is listed with the start of it and when it was last used, and revoked at once', async () => {
    const { id, call, secret } = await makeKey()
    const admin = product.as(whale.members.admin.headers)
    await call(listCategories)
    const usedAt = whale.ctx().now().toISOString()
    const shown = async () => (await admin(listKeys)).items.find((key) => key.id === id)
    await expect.poll(async () => (await shown())?.lastUsedAt).toBe(usedAt)
    expect(await shown()).toMatchObject({ name: '对接', createdBy: '王管', scopes: ['cases:read'] })
    expect(secret.startsWith((await shown())?.start ?? '?')).toBe(true)
    await admin(revokeKey, { params: { keyId: id } })
    expect(await answerOf(call(listCategories))).toBe('401 not_signed_in')
    expect(await shown()).toBeUndefined()
    expect(await answerOf(admin(revokeKey, { params: { keyId: id } }))).toBe('404 not_found')
  })

  test('asked for twice with one Idempotency-Key is one, and its secret is kept nowhere', async () => {
    const ask = () =>
      product.app.inject({
        method: 'POST',
        url: '/api/v1/keys',
        headers: { ...whale.members.admin.headers, 'idempotency-key': 'once' },
        payload: { name: '一把', scopes: ['cases:read'] },
      })
    const first = await ask()
    expect(first.statusCode).toBe(201)
    const again = await ask()
    expect([again.statusCode, again.json().code]).toEqual([409, 'already_created'])
    expect((await product.as(whale.members.admin.headers)(listKeys)).items).toHaveLength(1)
    const kept = await whale
      .ctx()
      .db.selectFrom('idempotency_keys')
      .selectAll()
      .where('workspace_id', '=', whale.id)
      .execute()
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(first.json().secret.slice(-43))
  })

  test('revoked by another process works no longer than ten seconds', async () => {
    const { id, call } = await makeKey()
    await call(listCategories)
    await whale
      .ctx()
      .db.updateTable('api_keys')
      .set({ revoked_at: new Date() })
      .where('workspace_id', '=', whale.id)
      .where('id', '=', id)
      .execute()
    product.pass(10_001)
    expect(await answerOf(call(listCategories))).toBe('401 not_signed_in')
  })

  test('states who made and revoked it', async () => {
    const { id } = await makeKey()
    await product.as(whale.members.admin.headers)(revokeKey, { params: { keyId: id } })
    const events = await whale
      .ctx()
      .db.selectFrom('events')
      .select(['type', 'actor', 'data'])
      .where('workspace_id', '=', whale.id)
      .where('type', 'in', ['key.created', 'key.revoked'])
      .orderBy('id')
      .execute()
    const actor = { kind: 'member', id: whale.members.admin.id, name: '王管' }
    expect(events).toEqual([
      { type: 'key.created', actor, data: { keyId: id } },
      { type: 'key.revoked', actor, data: { keyId: id } },
    ])
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
  for (let i = 0; i < 5; i++) await call(readSettings)
  product.platform.pool.off('acquire', count)
  // One each: the settings themselves.
  expect(queries).toBe(5)
})
