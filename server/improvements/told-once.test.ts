import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkCases, publishRelease } from '../../contract/improvements.ts'
import { deliverMessages, tellCustomers } from '../cases/index.ts'
import { aCase } from '../cases/testing.ts'
import { messagesOf } from '../feedback/index.ts'
import { anEvent } from '../testing/an-event.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { aProblem, aRelease } from './testing.ts'

let product: Product
let shop: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
})
afterAll(() => product.close())

const lead = () => product.as(shop.members.supervisor.headers)
const publish = (releaseId: string) => lead()(publishRelease, { params: { releaseId }, body: {} })
/** What each case was told of releases. */
const told = async (caseIds: string[]) =>
  [...(await messagesOf(shop.ctx(), caseIds)).values()].map(
    (messages) => messages.filter(({ notice }) => notice?.name === 'released').length,
  )

test('an address is written once of a release, however many of its cases that fixes', async () => {
  const problem = await aProblem(product, shop, 1)
  const sisters = []
  for (const text of ['闪退', '还是闪退', '又闪退了'])
    sisters.push(await aCase().reachableAt('twice@example.test').saying(text).in(shop))
  const [first, second, late] = sisters.map(({ id }) => id) as [string, string, string]
  const params = { problemId: problem.id }
  const link = (caseIds: string[]) => lead()(linkCases, { params, body: { caseIds } })
  await link([first, second])
  const release = await aRelease(product, shop, [problem.id])
  await product.drain()
  product.outbox.length = 0
  await publish(release.id)
  await product.drain()
  await link([late])
  await product.drain()
  expect(await told([first, second, late])).toEqual([1, 1, 1])
  const mailsTo = () => product.outbox.filter(({ to }) => to === 'twice@example.test').length
  expect([mailsTo(), product.outbox.length]).toEqual([1, 2])
  // Another release is another piece of news.
  const more = await aProblem(product, shop, 0)
  await lead()(linkCases, { params: { problemId: more.id }, body: { caseIds: [first, second] } })
  await publish((await aRelease(product, shop, [more.id])).id)
  await product.drain()
  expect(mailsTo()).toBe(2)
})

test('so it is when several workers carry the news at the same moment', async () => {
  const caseIds: string[] = []
  for (let i = 0; i < 8; i++)
    caseIds.push((await aCase().reachableAt('atonce@example.test').saying(`闪退 ${i}`).in(shop)).id)
  await product.drain()
  product.outbox.length = 0
  const values = { releaseId: shop.ctx().newId(), release: '9.1', notes: '' }
  const messageIds = await shop
    .ctx()
    .write((tx) => tellCustomers(tx, caseIds, { name: 'released', values }))
  await Promise.all(
    caseIds.map((caseId, index) =>
      deliverMessages.run(shop.ctx(), [
        anEvent('case.told', {
          caseId,
          releaseId: values.releaseId,
          messageId: messageIds[index] as string,
          release: '9.1',
        }),
      ]),
    ),
  )
  await product.drain()
  expect(product.outbox.map(({ to }) => to)).toEqual(['atonce@example.test'])
})
