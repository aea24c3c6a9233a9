import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  acceptCandidate,
  type CandidateView,
  dismissCandidate,
  listCandidates,
  listSimilar,
  listSuggested,
  mergeCandidates,
  refuseSuggested,
  restoreCandidate,
  saySame,
  showCandidate,
  splitCandidate,
} from '../../../contract/candidates.ts'
import { linkCases, showProblem, unlinkCase } from '../../../contract/improvements.ts'
import { casesById } from '../../cases/index.ts'
import { aCase, manyCases } from '../../cases/testing.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { groupsOf } from '../index.ts'
import { arrangePast } from './arrange-past.ts'
import { groupCases } from './group-cases.ts'
import { forgetGroups } from './memory.ts'

const cart = [
  '更新之后一进购物车就闪退',
  '购物车一点开就闪退，重装也没用，电话 13812345678',
  '点购物车闪退，昨天更新的版本',
]
const code = ['登录收不到短信验证码，试了五次', '短信验证码收不到，没法登录']

let product: Product
let shop: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
})
beforeEach(async () => {
  shop = await aWorkspace(product)
})
afterAll(() => product.close())

const agent = () => product.as(shop.members.agent.headers)
async function say(texts: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const text of texts) ids.push((await aCase().saying(text).in(shop)).id)
  await product.drain()
  return ids
}
const list = async (query = {}) => (await agent()(listCandidates, { query })).items
const only = (items: CandidateView[]) => {
  expect(items).toHaveLength(1)
  return items[0] as CandidateView
}
const params = ({ id }: { id: string }) => ({ params: { candidateId: id } })
const groupOf = async (caseId: string) => (await groupsOf(shop.ctx(), [caseId])).get(caseId)

describe('cases that seem to speak of one matter', () => {
  it('come together as candidates, with what they share, personal data masked', async () => {
    const ids = await say([...cart, ...code, '客服小梅特别耐心，谢谢'])
    const [first, second] = await list()
    expect(first).toMatchObject({ cases: 3, customers: 3, recent: 3, before: 0 })
    expect(second).toMatchObject({ cases: 2, customers: 2 })
    expect(first?.words[0]).toContain('购物车')
    expect(first?.title).toContain('闪退')
    expect(first?.samples.map(({ id }) => id)).toEqual(ids.slice(0, 3).reverse())
    expect(first?.samples.every(({ passage }) => passage.hits.length > 0)).toBe(true)
    expect(JSON.stringify(first)).not.toContain('13812345678')
    expect(await groupOf(ids[5] as string)).toBeUndefined()
  })

  it('stand where they stand when told again, by two at once, and after a restart', async () => {
    const ids = await say(cart)
    const group = await groupOf(ids[0] as string)
    await Promise.all([groupCases(shop.ctx(), ids), groupCases(shop.ctx(), ids)])
    forgetGroups(shop.id, shop.ctx().db)
    const [late] = await say(['一打开购物车就闪退'])
    expect(await groupOf(late as string)).toBe(group)
    expect(only(await list())).toMatchObject({ cases: 4 })
  })

  it('of one customer alone are no problem that many share', async () => {
    for (const text of cart) await aCase().knownAs('same one').asHistory().saying(text).in(shop)
    await product.drain()
    expect(await list()).toEqual([])
  })

  it('that were there before are grouped when the first new one comes', async () => {
    const ids = await manyCases(
      shop,
      cart.map((text) => ({ entry: 'complaint' as const, text })),
    )
    await shop
      .ctx()
      .write((tx) => tx.db.deleteFrom('outbox').where('workspace_id', '=', shop.id).execute())
    await say(['开发票的入口在哪里'])
    expect(await groupOf(ids[0] as string)).toBeDefined()
    await arrangePast(shop.ctx())
    expect(only(await list())).toMatchObject({ cases: 3 })
  })

  it('are forgotten when they are taken back', async () => {
    const ids = await say(code)
    const gone = ids[0] as string
    await product.platform.db.deleteFrom('cases').where('id', '=', gone).execute()
    await groupCases(shop.ctx(), [gone])
    expect(await list()).toEqual([])
    const [, late] = [null, ...(await say(['收不到短信验证码，登录不了']))]
    expect(await groupOf(late as string)).toBe(await groupOf(ids[1] as string))
  })
})

describe('people decide', () => {
  it('it is a problem: all its cases are linked, and like ones are suggested', async () => {
    const ids = await say(cart)
    const candidate = only(await list())
    const problem = await agent()(acceptCandidate, {
      ...params(candidate),
      body: { title: '购物车闪退' },
    })
    expect(problem).toMatchObject({ title: '购物车闪退', cases: 3, customers: 3 })
    expect(await list()).toEqual([])
    await expect(
      agent()(acceptCandidate, { ...params(candidate), body: { title: '再来一次' } }),
    ).rejects.toMatchObject({ status: 409 })

    const [like, other] = await say(['购物车点开闪退，更新了也一样', '购物车打开闪退，刚更新'])
    const of = { params: { problemId: problem.id } }
    const suggested = await agent()(listSuggested, of)
    expect(suggested.total).toBe(2)
    expect(
      (await casesById(shop.ctx(), [like as string])).get(like as string)?.problem_id,
    ).toBeNull()
    await agent()(refuseSuggested, { ...of, body: { caseIds: [other as string] } })
    await agent()(linkCases, { ...of, body: { caseIds: [like as string] } })
    await product.drain()
    expect(await agent()(listSuggested, of)).toMatchObject({ total: 0, items: [] })
    expect(await agent()(showProblem, of)).toMatchObject({ cases: 4 })

    await agent()(unlinkCase, { params: { problemId: problem.id, caseId: ids[0] as string } })
    await product.drain()
    await groupCases(shop.ctx(), ids)
    expect(await groupOf(ids[0] as string)).toBeUndefined()
    expect((await agent()(listSuggested, of)).total).toBe(0)
  })

  it('it belongs to a problem that is known', async () => {
    const [first] = await say([code[0] as string])
    const problem = await agent()(acceptCandidate, {
      ...params(await twoAlike()),
      body: { title: '购物车闪退' },
    })
    await say([code[1] as string, '登录时短信验证码收不到'])
    const candidate = only(await list())
    const grown = await agent()(acceptCandidate, {
      ...params(candidate),
      body: { problemId: problem.id },
    })
    expect(grown).toMatchObject({ id: problem.id, cases: 6 })
    expect(await groupOf(first as string)).toBeDefined()
    expect(await list()).toEqual([])
  })

  it('some of it is another matter: neither side goes back', async () => {
    const ids = await say([...cart, '购物车闪退，换了手机也闪退'])
    const whole = only(await list())
    const chosen = ids.slice(0, 2)
    const { splitId } = await agent()(splitCandidate, {
      ...params(whole),
      body: { caseIds: chosen },
    })
    await groupCases(shop.ctx(), ids)
    expect(await groupOf(ids[0] as string)).toBe(splitId)
    expect(await groupOf(ids[2] as string)).toBe(whole.id)
    await expect(
      agent()(splitCandidate, { ...params(whole), body: { caseIds: ids.slice(2) } }),
    ).rejects.toMatchObject({ status: 409 })

    const merged = await agent()(mergeCandidates, {
      ...params(whole),
      body: { otherId: splitId as string },
    })
    expect(merged).toMatchObject({ id: whole.id, cases: 4 })
    const all = await agent()(showCandidate, params(whole))
    expect(all.members.items.map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  it('it is none: what comes is not suggested, until somebody thinks otherwise', async () => {
    await say(cart)
    const candidate = only(await list())
    await agent()(dismissCandidate, { ...params(candidate), body: {} })
    const [late] = await say(['一进购物车就闪退'])
    expect(await list()).toEqual([])
    expect(await groupOf(late as string)).toBeUndefined()
    expect(only(await list({ state: 'dismissed' }))).toMatchObject({ cases: 4 })
    await agent()(restoreCandidate, { ...params(candidate), body: {} })
    expect(only(await list())).toMatchObject({ id: candidate.id, cases: 4 })
  })

  it('two cases are, or are not, the same', async () => {
    const [one, other, third] = (await say(cart)) as [string, string, string]
    const similar = async () => (await agent()(listSimilar, { params: { caseId: one } })).items
    expect((await similar()).map(({ id }) => id).sort()).toEqual([other, third].sort())
    const pair = { params: { caseId: one, otherId: other } }
    await agent()(saySame, { ...pair, body: { same: false } })
    expect(await groupOf(other)).toBeUndefined()
    expect((await similar()).find(({ id }) => id === other)?.same).toBe(false)
    await agent()(saySame, { ...pair, body: { same: true } })
    expect(await groupOf(other)).toBe(await groupOf(one))
    await agent()(saySame, { ...pair, body: { same: null } })
    expect((await similar()).find(({ id }) => id === other)?.same).toBeNull()
    await expect(
      agent()(saySame, { params: { caseId: one, otherId: one }, body: { same: true } }),
    ).rejects.toMatchObject({ status: 409 })
  })
})

it('lists are in the order that is asked for', async () => {
  const now = product.platform.now().getTime()
  for (const text of cart)
    await aCase()
      .saying(text)
      .saidAt(new Date(now - 10 * 86_400_000))
      .in(shop)
  await say(code)
  expect((await list({ sort: 'size' })).map(({ cases }) => cases)).toEqual([3, 2])
  expect((await list({ sort: 'growth' })).map(({ cases }) => cases)).toEqual([2])
})

async function twoAlike(): Promise<CandidateView> {
  await say(cart)
  return only(await list())
}
