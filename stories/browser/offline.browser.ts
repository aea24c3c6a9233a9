/** No network: what was written stays on the phone and leaves by itself, once. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCases } from '../../contract/cases.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { anOwner, type Owner, type Served, serve } from './served.ts'
import { besidesLostNetwork, phone, type Visitor, visit } from './visitor.ts'

let served: Served
let browser: Browser
let owner: Owner
let customer: Visitor

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await anOwner(served)
  customer = await visit(browser, served.address, { size: phone })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const cases = async () => (await owner.call(listCases, { query: { view: 'all' } })).items

test('without a network, a submission is kept on the phone, in sight', async () => {
  const { page, context } = customer
  await page.goto(`/p/${owner.slug}`)
  await page.getByRole('textbox', { name: '发生了什么' }).fill('地铁里写的：付款后一直转圈')
  await context.setOffline(true)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('先存在这台设备上，联网后自动发送').waitFor()
  await page.getByText('地铁里写的：付款后一直转圈').waitFor()
  expect(await cases()).toEqual([])
})

test('it outlives the page, and “send now” without a network loses nothing', async () => {
  const { page, context } = customer
  await page.getByRole('button', { name: '现在发送' }).click()
  await page.getByRole('button', { name: '现在发送' }).waitFor()
  await page.close()
  // The page itself needs the network to open; what it kept does not.
  await context.setOffline(false)
  await context.route('**/api/portal/*/feedback', (route) => route.abort('internetdisconnected'))
  customer.page = await context.newPage()
  await customer.page.goto(`/p/${owner.slug}`)
  await customer.page.getByText('地铁里写的：付款后一直转圈').waitFor()
  expect(await cases()).toEqual([])
})

test('with the network back, it is sent by itself, exactly once', async () => {
  const { page, context } = customer
  await context.setOffline(true)
  await context.unroute('**/api/portal/*/feedback')
  // Two pages of the same phone wake up at once.
  const second = await context.newPage()
  await context.setOffline(false)
  await second.goto(`/p/${owner.slug}`)
  await expect.poll(async () => (await cases()).length).toBe(1)
  await Promise.any(
    [page, second].map((one) => one.getByText(/已自动发出，受理号 HY-\d+/).waitFor()),
  )
  await page.reload()
  await expect.poll(() => page.getByText('联网后自动发送').count()).toBe(0)
  expect(await cases()).toHaveLength(1)
  await page.getByRole('link', { name: '我的提交' }).click()
  await page.getByText('付款后一直转圈').waitFor()
  expect(besidesLostNetwork(customer.trouble)).toEqual([])
})
