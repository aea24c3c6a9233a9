import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { forgetReplies } from './forget-replies.ts'

const hourMs = 3_600_000

let product: Product
let whale: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  whale = await aWorkspace(product)
})
afterAll(() => product.close())

const makeTeam = (key: string, name: string) =>
  product.app.inject({
    method: 'POST',
    url: '/api/v1/teams',
    headers: { ...whale.members.owner.headers, 'idempotency-key': key },
    payload: { name, memberIds: [] },
  })

test('the same create under one key is one, and gets the first reply again', async () => {
  const first = await makeTeam('one', '夜班')
  const again = await makeTeam('one', '夜班')
  expect([first.statusCode, again.statusCode]).toEqual([201, 201])
  expect(again.json()).toEqual(first.json())
  expect(again.headers['idempotent-replay']).toBe('true')
})

test('another create under the key is refused', async () => {
  await makeTeam('two', '早班')
  const other = await makeTeam('two', '中班')
  expect([other.statusCode, other.json().code]).toEqual([409, 'idempotency_key_reused'])
})

test('what failed may be tried again under its key', async () => {
  await makeTeam('three', '周末班')
  expect((await makeTeam('four', '周末班')).json().code).toBe('name_taken')
  expect((await makeTeam('four', '假日班')).statusCode).toBe(201)
})

test('a key that is no key is refused', async () => {
  expect((await makeTeam('x'.repeat(201), '甲')).json().code).toBe('idempotency_key_invalid')
})

test('replies are forgotten after a day, not before', async () => {
  const kept = () =>
    whale
      .ctx()
      .db.selectFrom('idempotency_keys')
      .select('endpoint')
      .where('workspace_id', '=', whale.id)
      .execute()
  await makeTeam('five', '乙')
  product.pass(23 * hourMs)
  await forgetReplies(product.platform)
  expect((await kept()).length).toBeGreaterThan(0)
  product.pass(2 * hourMs)
  await forgetReplies(product.platform)
  expect(await kept()).toEqual([])
})
