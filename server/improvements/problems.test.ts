import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changeProblem,
  createProblem,
  linkCases,
  listProblems,
  showProblem,
  unlinkCase,
} from '../../contract/improvements.ts'
import { casesById, linkCases as linkThem } from '../cases/index.ts'
import { aCase } from '../cases/testing.ts'
import { journey } from '../journey.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { aProblem } from './testing.ts'

let product: Product
let shop: TestWorkspace
let other: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  other = await aWorkspace(product)
})
afterAll(() => product.close())

const agent = () => product.as(shop.members.agent.headers)
const show = (problemId: string) => agent()(showProblem, { params: { problemId } })

describe('a problem', () => {
  it('is named with the cases that show it, and weighs what they weigh', async () => {
    const sameCustomer = () => aCase().knownAs('returning')
    const early = await sameCustomer()
      .saying('一')
      .asHistory()
      .saidAt(new Date('2026-03-01T00:00:00Z'))
      .in(shop)
    const late = await sameCustomer().saying('二').as('complaint').in(shop)
    const third = await aCase().in(shop)
    const problem = await agent()(createProblem, {
      body: { title: '支付后闪退', caseIds: [early.id, late.id, third.id, third.id] },
    })
    expect(problem).toMatchObject({
      number: 1,
      state: 'open',
      owner: null,
      cases: 3,
      customers: 2,
      firstSeenAt: '2026-03-01T00:00:00.000Z',
    })
    const linked = await casesById(shop.ctx(), [third.id])
    expect(linked.get(third.id)).toMatchObject({
      problem_id: problem.id,
      problem_number: 1,
      problem_title: '支付后闪退',
    })
  })

  it('is counted anew when cases come, go, or move to another', async () => {
    const from = await aProblem(product, shop, 3)
    const to = await aProblem(product, shop, 1)
    const [first, second] = from.caseIds as [string, string]
    const moved = await agent()(linkCases, {
      params: { problemId: to.id },
      body: { caseIds: [first] },
    })
    expect(moved).toMatchObject({ cases: 2, customers: 2 })
    expect(await show(from.id)).toMatchObject({ cases: 2, customers: 2 })
    await agent()(unlinkCase, { params: { problemId: from.id, caseId: second } })
    // Not linked to it any more: nothing changes.
    await agent()(unlinkCase, { params: { problemId: from.id, caseId: second } })
    expect(await show(from.id)).toMatchObject({ cases: 1, customers: 1 })
    await product.drain()
    expect([await show(from.id), await show(to.id)].map(({ cases }) => cases)).toEqual([1, 2])
  })

  it('is not taken off a case that somebody gives another cause at that moment', async () => {
    const from = await aProblem(product, shop, 1)
    const to = await aProblem(product, shop, 0)
    const [caseId] = from.caseIds as [string]
    let unlinked: Promise<unknown> | undefined
    await shop.ctx().write(async (tx) => {
      await linkThem(tx, [caseId], to)
      unlinked = agent()(unlinkCase, { params: { problemId: from.id, caseId } })
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    await unlinked
    await product.drain()
    expect((await casesById(shop.ctx(), [caseId])).get(caseId)?.problem_id).toBe(to.id)
    expect([await show(from.id), await show(to.id)].map(({ cases }) => cases)).toEqual([0, 1])
  })

  it('keeps its counts when the reaction runs twice, late and out of order', async () => {
    const problem = await aProblem(product, shop, 4)
    const follow = journey['case.linked'].find(({ name }) => name === 'improvements.followLinks')
    const events = problem.caseIds.map((caseId) => ({ data: { caseId, problemId: null } }) as never)
    await Promise.all([
      follow?.run(shop.ctx(), events),
      follow?.run(shop.ctx(), [...events].reverse()),
      follow?.run(shop.ctx(), events.slice(0, 1)),
    ])
    expect(await show(problem.id)).toMatchObject({ cases: 4, customers: 4 })
  })

  it('loses cases that are taken back', async () => {
    const problem = await aProblem(product, shop, 2)
    const gone = problem.caseIds[0] as string
    await product.drain()
    await product.platform.db.deleteFrom('cases').where('id', '=', gone).execute()
    await shop.ctx().write(async (tx) => {
      tx.record('case.removed', { caseId: gone })
    })
    await product.drain()
    expect(await show(problem.id)).toMatchObject({ cases: 1, customers: 1 })
  })

  it('counts right when many link to it at once', async () => {
    const problem = await aProblem(product, shop, 0)
    const cases = await Promise.all(
      Array.from({ length: 20 }, (_, i) => aCase().saying(`闪退 ${i}`).in(shop)),
    )
    await Promise.all(
      cases.map(({ id }) =>
        agent()(linkCases, { params: { problemId: problem.id }, body: { caseIds: [id] } }),
      ),
    )
    expect(await show(problem.id)).toMatchObject({ cases: 20, customers: 20 })
  })

  it('is renamed, described, owned and moved on; its cases carry the new name', async () => {
    const problem = await aProblem(product, shop, 1)
    const owner = shop.members.supervisor
    const changed = await agent()(changeProblem, {
      params: { problemId: problem.id },
      body: {
        title: '旧机型支付后闪退',
        description: '安卓 9',
        state: 'fixing',
        ownerId: owner.id,
      },
    })
    expect(changed).toMatchObject({
      title: '旧机型支付后闪退',
      description: '安卓 9',
      state: 'fixing',
      owner: { id: owner.id, name: owner.name },
    })
    await product.drain()
    const [caseId] = problem.caseIds as [string]
    expect((await casesById(shop.ctx(), [caseId])).get(caseId)?.problem_title).toBe(
      '旧机型支付后闪退',
    )
    const freed = await agent()(changeProblem, {
      params: { problemId: problem.id },
      body: { ownerId: null },
    })
    expect(freed).toMatchObject({ owner: null, state: 'fixing' })
  })
})

describe('the list', () => {
  it('shows those with most customers first, page after page, each once', async () => {
    const place = await aWorkspace(product)
    for (const count of [1, 3, 0, 3, 2]) await aProblem(product, place, count)
    const caller = product.as(place.members.analyst.headers)
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const page = await caller(listProblems, {
        query: { limit: 2, ...(cursor ? { cursor } : {}) },
      })
      seen.push(...page.items.map(({ customers }) => customers))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual([3, 3, 2, 1, 0])
  })

  it('is searched by words, literally, and by number', async () => {
    const place = await aWorkspace(product)
    const caller = product.as(place.members.agent.headers)
    for (const title of ['退款 100% 失败', '退款 100 元失败', '_下划线'])
      await caller(createProblem, { body: { title } })
    const found = async (q: string) =>
      (await caller(listProblems, { query: { q } })).items.map(({ title }) => title)
    expect(await found('100%')).toEqual(['退款 100% 失败'])
    expect(await found('_')).toEqual(['_下划线'])
    expect(await found('#3')).toEqual(['_下划线'])
    expect(await found("'; drop table problems; --")).toEqual([])
    expect((await caller(listProblems, { query: { state: 'fixed' } })).items).toEqual([])
  })

  it.each([
    'x',
    'W10',
    'WzEsMl0',
    'WzFlMzAwLCJhIl0',
    'WzQyOTQ5NjcyOTYsIjAxOWNkNzMyLTNkYzAtNzc4NC04MTVhLWEzY2I3ZThhZGE3YiJd',
  ])('refuses the cursor %s', async (cursor) => {
    await expect(agent()(listProblems, { query: { cursor } })).rejects.toMatchObject({
      status: 400,
      code: 'cursor_invalid',
    })
  })
})

describe('what does not fit', () => {
  it('is refused as a whole: unknown cases, strangers as owners, others’ problems', async () => {
    const foreign = await aCase().in(other)
    const own = await aCase().in(shop)
    const count = async () => (await agent()(listProblems, { query: { limit: 100 } })).items.length
    const before = await count()
    await expect(
      agent()(createProblem, { body: { title: '不存在的', caseIds: [own.id, foreign.id] } }),
    ).rejects.toMatchObject({ status: 400, code: 'case_unknown' })
    expect(await count()).toBe(before)
    expect((await casesById(shop.ctx(), [own.id])).get(own.id)?.problem_id).toBeNull()

    const theirs = await aProblem(product, other, 1)
    const params = { problemId: theirs.id }
    await expect(agent()(showProblem, { params })).rejects.toMatchObject({ status: 404 })
    await expect(agent()(changeProblem, { params, body: { title: '我的' } })).rejects.toMatchObject(
      { status: 404 },
    )
    await expect(agent()(linkCases, { params, body: { caseIds: [own.id] } })).rejects.toMatchObject(
      { status: 404 },
    )

    const mine = await aProblem(product, shop, 0)
    await expect(
      agent()(changeProblem, {
        params: { problemId: mine.id },
        body: { ownerId: other.members.agent.id },
      }),
    ).rejects.toMatchObject({ status: 400, code: 'member_unknown' })
    await expect(
      agent()(unlinkCase, { params: { problemId: mine.id, caseId: foreign.id } }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it.each([
    { title: '' },
    { title: '两\n行' },
    { title: 'x'.repeat(121) },
    { title: 'ok', caseIds: ['nonsense'] },
    { title: 'ok', state: 'fixed' },
    { description: 'no title' },
  ])('is refused at creation: %#', async (body) => {
    await expect(agent()(createProblem, { body: body as never })).rejects.toMatchObject({
      status: 400,
    })
  })

  it('analysts read and do not write', async () => {
    const analyst = product.as(shop.members.analyst.headers)
    await expect(analyst(createProblem, { body: { title: '想改' } })).rejects.toMatchObject({
      status: 403,
    })
  })
})
