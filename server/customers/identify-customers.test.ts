import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import type { Author } from './author.ts'
import { maskIdentity, normaliseIdentity } from './identity.ts'
import {
  contactsOf,
  customersByPhoneEnding,
  identifyCustomers,
  loadCustomers,
  revealIdentities,
} from './index.ts'

let product: Product
let workspace: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
})
beforeEach(async () => {
  workspace = await aWorkspace(product)
})
afterAll(() => product.close())

/** Customer ids of the authors, in their order, each with a feedback of their own. */
async function identify(...authors: Author[]): Promise<(string | undefined)[]> {
  const ctx = workspace.ctx()
  const speakers = authors.map((author) => ({ feedbackId: ctx.newId(), author, at: ctx.now() }))
  const found = await ctx.write((tx) => identifyCustomers(tx, speakers))
  return speakers.map(({ feedbackId }) => found.get(feedbackId))
}
const countCustomers = async () =>
  (
    await workspace
      .ctx()
      .db.selectFrom('customers')
      .select('id')
      .where('workspace_id', '=', workspace.id)
      .execute()
  ).length

describe('who speaks to us', () => {
  it('knows a proven identity again, in one batch and in the next', async () => {
    const [a, b, c] = await identify(
      { openid: 'wx-1', name: '梅' },
      { openid: 'wx-2' },
      { openid: 'wx-1', unionid: 'u-1' },
    )
    expect(a).toBe(c)
    expect(b).not.toBe(a)
    expect(await identify({ unionid: 'u-1', external: 'crm-1' })).toEqual([a])
    expect(await identify({ external: 'crm-1' })).toEqual([a])
    expect(await countCustomers()).toBe(2)
  })

  it('joins three of a batch when the last one proves the first two to be one', async () => {
    const ids = await identify({ openid: 'o' }, { external: 'e' }, { openid: 'o', external: 'e' })
    expect(new Set(ids).size).toBe(1)
    expect(await countCustomers()).toBe(1)
  })

  it('never joins two people by what a guest typed', async () => {
    const [guest, other] = await identify({ email: 'a@x.com' }, { email: 'A@x.com' })
    expect(guest).not.toBe(other)
    const [known] = await identify({ external: 'crm-9', email: 'a@x.com' })
    expect([guest, other]).not.toContain(known)
  })

  it('believes the operator’s own records', async () => {
    const [a, b] = await identify(
      { phone: '138 0013 8000', vouched: true },
      { phone: '+86-13800138000', vouched: true },
    )
    expect(a).toBe(b)
    const [guest] = await identify({ phone: '13800138000' })
    expect(guest).not.toBe(a)
  })

  it('makes nobody twice when it is done again', async () => {
    const ctx = workspace.ctx()
    const speakers = [
      { feedbackId: ctx.newId(), author: { email: 'a@x.com', name: '甲' }, at: ctx.now() },
      { feedbackId: ctx.newId(), author: { openid: 'wx' }, at: ctx.now() },
    ]
    const first = await ctx.write((tx) => identifyCustomers(tx, speakers))
    const again = await ctx.write((tx) => identifyCustomers(tx, speakers))
    expect(again).toEqual(first)
    expect(await countCustomers()).toBe(2)
    const [guest] = first.values()
    expect(await revealIdentities(ctx, guest ?? '')).toEqual([{ kind: 'email', value: 'a@x.com' }])
  })

  it('makes one customer of one person whom two processes meet at once', async () => {
    const batches = Array.from({ length: 6 }, () =>
      identify({ openid: 'race-1' }, { external: 'race-2' }, { openid: 'race-3' }),
    )
    const found = await Promise.all(batches)
    expect(new Set(found.map((ids) => ids.join()))).toHaveLength(1)
    expect(await countCustomers()).toBe(3)
  })

  it('shows masked, reaches by mail, finds by the last digits', async () => {
    const [id = ''] = await identify({ name: '梅', email: 'Zoe@Example.com', phone: '13800132046' })
    const ctx = workspace.ctx()
    const card = (await loadCustomers(ctx, [id])).get(id)
    expect(card?.identities.map(({ masked }) => masked).sort()).toEqual([
      '138****2046',
      'z***@example.com',
    ])
    expect((await contactsOf(ctx, [id])).get(id)).toMatchObject({ email: 'zoe@example.com' })
    expect(await customersByPhoneEnding(ctx, '2046')).toEqual([id])
    expect(await customersByPhoneEnding(ctx, '%046')).toEqual([])
    const elsewhere = await aWorkspace(product)
    expect((await loadCustomers(elsewhere.ctx(), [id])).size).toBe(0)
  })

  it.each([
    ['13800138000', '+8613800138000'],
    ['0086 138-0013-8000', '+8613800138000'],
    ['+44 20 7946 0958', '+442079460958'],
    ['0571-8888 6666', '057188886666'],
  ])('writes the phone %s as %s', (typed, written) => {
    expect(normaliseIdentity('phone', typed)).toBe(written)
  })

  it('tells nothing of a short identity', () => {
    expect(maskIdentity('external', 'ab')).toBe('a****')
    expect(maskIdentity('openid', 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M')).toBe('o6_b****fL2M')
  })
})
