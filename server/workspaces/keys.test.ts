import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listCategories } from '../../contract/categories.ts'
import { changeMember, createKey, listKeys, revokeKey } from '../../contract/members.ts'
import { readSettings } from '../../contract/workspaces.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { answerOf, aWorkspace, type TestWorkspace } from './testing.ts'

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

  test('works on when whoever made it is let out, and says so', async () => {
    const { id, call } = await makeKey()
    const owner = product.as(whale.members.owner.headers)
    const shown = async () => (await owner(listKeys)).items.find((key) => key.id === id)
    expect(await shown()).toMatchObject({ creatorActive: true })
    const params = { memberId: whale.members.admin.id }
    await owner(changeMember, { params, body: { active: false } })
    expect(await answerOf(call(listCategories))).toBe('served')
    expect(await shown()).toMatchObject({ createdBy: '王管', creatorActive: false })
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
