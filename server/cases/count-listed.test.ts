import { afterAll, beforeAll, expect, test } from 'vitest'
import { countListed } from '../../contract/cases.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { manyCases } from './testing.ts'

let product: Product
let workspace: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
  await manyCases(
    workspace,
    Array.from({ length: 260 }, (_, n) => ({
      entry: n % 2 === 0 ? ('complaint' as const) : ('suggestion' as const),
      text: n % 20 === 0 ? `第 ${n} 位客户要退款` : `第 ${n} 位客户说打不开`,
    })),
  )
  await manyCases(await aWorkspace(product), [{ entry: 'complaint', text: '别家的退款' }])
})
afterAll(() => product.close())

test.each([
  [{}, { count: 260, more: false }],
  [{ entry: 'complaint' }, { count: 130, more: false }],
  [{ q: '退款' }, { count: 13, more: false }],
  [
    { q: '退款', entry: 'suggestion' },
    { count: 0, more: false },
  ],
  [{ q: '打不开' }, { count: 200, more: true }],
])('the list of %j is counted whole, a search up to a bound', async (query, counted) => {
  const agent = product.as(workspace.members.agent.headers)
  expect(await agent(countListed, { query: query as { q?: string } })).toEqual(counted)
})
