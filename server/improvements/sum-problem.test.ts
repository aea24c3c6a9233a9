import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countListed } from '../../contract/cases.ts'
import { changeProblem, createProblem, showProblem } from '../../contract/improvements.ts'
import { sumProblem } from '../../contract/problem-sums.ts'
import { aCase } from '../cases/testing.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { aProblem } from './testing.ts'

let product: Product
let shop: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
})
afterAll(() => product.close())

const agent = () => product.as(shop.members.agent.headers)

describe('what a problem adds up to', () => {
  it('is what its cases told, each order and its money once, each number with its list', async () => {
    const workspace = await aWorkspace(product)
    const said = (text: string, context: Record<string, string>, day: number) =>
      aCase()
        .saying(text)
        .telling(context)
        .saidAt(new Date(Date.UTC(2026, 1, day, 2)))
        .in(workspace)
    const android = { version: '3.2.1', system: 'Android 14', region: '广东' }
    const cases = [
      await said('付款时卡在收银台', { ...android, orderNo: 'A1', amount: '39.9' }, 3),
      await said('收银台一直转圈付不了', { ...android, orderNo: 'A1', amount: '39.9' }, 3),
      await said('收银台打不开', { version: '3.2.0', system: 'iOS 17', amount: '10' }, 5),
      await said('收银台白屏', {}, 6),
    ]
    for (const text of ['快递三天没动', '发票抬头写错了', '客服不回话', '优惠券用不了'])
      await aCase().saying(text).in(workspace)
    await product.drain()
    const call = product.as(workspace.members.agent.headers)
    const problem = await call(createProblem, {
      body: { title: '收银台', caseIds: cases.map(({ id }) => id) },
    })
    await product.drain()
    const sums = await call(sumProblem, { params: { problemId: problem.id } })
    const behind = { problem: problem.id }
    expect(sums).toMatchObject({
      cases: { value: 4, behind },
      customers: { value: 4 },
      orders: { value: 1, behind: { ...behind, order: 'yes' } },
      money: { value: 49.9 },
      firstSeenAt: '2026-02-03T02:00:00.000Z',
    })
    expect(sums.versions).toEqual([
      { name: '3.2.1', cases: 2, customers: 2, behind: { ...behind, version: '3.2.1' } },
      { name: '3.2.0', cases: 1, customers: 1, behind: { ...behind, version: '3.2.0' } },
      { name: null, cases: 1, customers: 1, behind: { ...behind, version: 'none' } },
    ])
    expect(sums.platforms.map(({ name }) => name)).toEqual(['Android', 'iOS', null])
    expect(sums.channels).toMatchObject([{ cases: 4 }])
    expect(sums.trend.unit).toBe('day')
    expect(sums.trend.points.map(({ cases }) => cases)).toEqual([2, 0, 1, 1])
    expect(sums.words[0]).toMatchObject({ word: '收银台', here: 1, elsewhere: 0 })
    for (const { cases, behind } of [...sums.versions, ...sums.regions, ...sums.trend.points]) {
      const listed = await call(countListed, { query: behind as Record<string, string> })
      expect(listed.count).toBe(cases)
    }
  })

  it('has a cause that people fill in', async () => {
    const { id } = await aProblem(product, shop, 0)
    expect(await agent()(showProblem, { params: { problemId: id } })).toMatchObject({
      causeKind: null,
      rootCause: '',
    })
    const body = { causeKind: 'program' as const, rootCause: '网关升级后签名不对' }
    await agent()(changeProblem, { params: { problemId: id }, body })
    expect(await agent()(showProblem, { params: { problemId: id } })).toMatchObject(body)
  })
})
