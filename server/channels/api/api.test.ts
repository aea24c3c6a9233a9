import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CallError } from '../../../contract/client.ts'
import { createFeedback } from '../../../contract/feedback.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { anOpenWorkspace, type OpenWorkspace } from '../testing.ts'

let product: Product
let shop: OpenWorkspace

beforeAll(async () => {
  product = await bootProduct()
  shop = await anOpenWorkspace(product)
})
afterAll(() => product.close())

type Body = Parameters<typeof hand>[0]
function hand(
  body: { text: string; externalId?: string; saidAt?: string; customer?: { openid: string } },
  headers: Record<string, string> = {},
) {
  return product.as({ ...shop.members.agent.headers, ...headers })(createFeedback, { body })
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof CallError ? error.code : String(error)),
  )

describe('the API', () => {
  it('keeps when it was said and who said it', async () => {
    const receipt = await hand({
      text: '微信里说的',
      saidAt: '2026-03-01T08:00:00Z',
      customer: { openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M' },
    })
    const row = await shop
      .ctx()
      .db.selectFrom('feedback')
      .selectAll()
      .where('workspace_id', '=', shop.id)
      .where('id', '=', receipt.feedbackId)
      .executeTakeFirstOrThrow()
    expect(row.said_at.toISOString()).toBe('2026-03-01T08:00:00.000Z')
    expect(row.received_at).toEqual(product.ctx(shop.id).now())
    expect(row.author).toEqual({ openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M' })
    expect(row.channel_id).toBe(shop.channels.api)
  })

  it('refuses what will be said tomorrow', async () => {
    expect(await codeOf(hand({ text: '明天', saidAt: '2026-03-07T02:00:00Z' }))).toBe(
      'said_in_future',
    )
  })

  it('takes the same external id twice for one feedback, whatever it says then', async () => {
    const first = await hand({ text: '原文', externalId: 'crm-7' })
    const second = await hand({ text: '改过的', externalId: 'crm-7' })
    expect(second).toEqual({ ...first, repeated: true })
    expect((await hand({ text: '另一条', externalId: 'crm-8' })).repeated).toBe(false)
  })

  it('answers a retry under an Idempotency-Key with the first receipt, another request with a refusal', async () => {
    const body: Body = { text: '只此一次' }
    const key = { 'idempotency-key': 'try-1' }
    const first = await hand(body, key)
    expect(await hand(body, key)).toEqual({ ...first, repeated: true })
    expect(await codeOf(hand({ text: '换了内容' }, key))).toBe('idempotency_key_reused')
    expect((await hand({ text: '换了内容' }, { 'idempotency-key': 'try-2' })).repeated).toBe(false)
    expect(await codeOf(hand(body, { 'idempotency-key': 'x'.repeat(201) }))).toBe(
      'idempotency_key_invalid',
    )
  })

  it('keeps one of many that come at once under one key, and refuses the one that differs', async () => {
    const key = { 'idempotency-key': 'storm' }
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => hand({ text: '风暴' }, key)),
    )
    expect(new Set(receipts.map(({ feedbackId }) => feedbackId)).size).toBe(1)
    expect(await codeOf(hand({ text: '暴风' }, key))).toBe('idempotency_key_reused')
  })

  it('keeps the keys of two callers apart', async () => {
    const key = { 'idempotency-key': 'mine' }
    const mine = await hand({ text: '我的' }, key)
    const theirs = await product.as({ ...shop.members.admin.headers, ...key })(createFeedback, {
      body: { text: '他的' },
    })
    expect(theirs.repeated).toBe(false)
    expect(theirs.number).not.toBe(mine.number)
  })
})
