/** Did it help? No: open again. What many share becomes a problem, a release, and word to everyone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCases } from '../../contract/cases.ts'
import type { Receipt } from '../../contract/feedback.ts'
import { submitFeedback } from '../../contract/feedback.ts'
import { track } from '../../contract/track.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { anOwner, anyone, type Owner, type Served, serve } from './served.ts'
import { until } from './until.ts'
import { phone, type Visitor, visit } from './visitor.ts'

let served: Served
let browser: Browser
let owner: Owner
let customer: Visitor
let agent: Visitor
const receipts: Receipt[] = []

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await anOwner(served)
  customer = await visit(browser, served.address, { size: phone })
  agent = await visit(browser, served.address, { as: owner })
  for (const text of [
    '更新之后一进购物车就闪退',
    '购物车点开就退出，重装也没用',
    '客服小姐姐特别耐心',
  ])
    receipts.push(
      await anyone(served.address)(submitFeedback, {
        params: { workspace: owner.slug },
        body: { entry: 'feedback', text, submissionKey: crypto.randomUUID() },
      }),
    )
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

test('settings: the survey is to come at once', async () => {
  const { page } = agent
  await page.goto(`/console/w/${owner.slug}/settings/survey`)
  await page.getByLabel('结案后多久邀请').fill('0')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await page.reload()
  await expect.poll(() => page.getByLabel('结案后多久邀请').inputValue()).toBe('0')
})

test('after closing, one card asks whether it is solved, then how we did; a low score opens the case again', async () => {
  const { page } = agent
  await openCase(page, '更新之后一进购物车就闪退')
  await page.keyboard.press('r')
  await page.getByRole('textbox', { name: '回复' }).fill('请先用网页版，我们在修。')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('log').getByText('请先用网页版').waitFor()
  await page.getByRole('button', { name: '结案' }).click()
  await page.getByRole('radio', { name: '已说明' }).check()
  await page.getByRole('button', { name: '确认结案' }).click()
  await page
    .getByRole('log')
    .getByText(/结案：已说明/)
    .waitFor()

  await surveyWaits(receipts[0])
  await customer.page.goto(new URL(receipts[0]?.trackUrl ?? '', served.address).href)
  const asked = customer.page.locator('.ask')
  await asked.getByRole('heading', { name: '问题解决了吗？' }).waitFor()
  expect(await asked.count()).toBe(1)
  expect(await customer.page.getByRole('button', { name: '提交评价' }).count()).toBe(0)
  await asked.getByRole('button', { name: '已解决' }).click()
  await asked.getByText('谢谢您告诉我们。').waitFor()
  await asked.getByRole('button', { name: '提交评价' }).click()
  await customer.page.getByText('请先选一个').waitFor()
  await customer.page.getByRole('radio', { name: /很不满意/ }).check()
  await customer.page.getByLabel(/选填/).last().fill('等了一星期才有人管')
  await customer.page.getByRole('button', { name: '提交评价' }).click()
  await customer.page.getByText('谢谢，已收到您的评价').waitFor()

  await page.getByRole('log').getByText('客户说：等了一星期才有人管').waitFor()
  await page
    .getByRole('log')
    .getByText(/^客户评价 1 分 ·/)
    .waitFor()
  await page
    .getByRole('log')
    .getByText(/重新打开（评价偏低）/)
    .waitFor()
  await page.getByRole('button', { name: '结案' }).waitFor()
})

test('cases with one cause become a problem, chosen by hand in the list', async () => {
  const { page } = agent
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  for (const text of ['更新之后一进购物车就闪退', '购物车点开就退出'])
    await page
      .locator('.rows a.row', { hasText: text })
      .getByRole('checkbox')
      .click({ force: true })
  await page.getByText('已选 2 件').waitFor()
  await page.getByRole('button', { name: '关联问题' }).click()
  await page.getByRole('combobox').last().fill('购物车闪退')
  await page.getByRole('option', { name: '新建问题「购物车闪退」' }).click()
  await page.getByText('问题：购物车闪退').first().waitFor()
  await page.goto(`/console/w/${owner.slug}/problems`)
  await page.getByRole('link', { name: /购物车闪退/ }).click()
  await page.getByText('2 位客户').first().waitFor()
})

test('a release that fixes it is published, and the customers are told on their track page', async () => {
  const { page } = agent
  await page.goto(`/console/w/${owner.slug}/releases`)
  await page.getByRole('button', { name: '新建发布' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('版本或名称').fill('3.2.2')
  await form.getByLabel('修复的问题').click()
  await page.locator('.ant-select-item-option', { hasText: '购物车闪退' }).click()
  await form.getByLabel('告诉客户什么变好了').fill('购物车打开更快，也不再闪退。')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('公布后将告知 2 件工单的客户').waitFor()
  await page.getByRole('button', { name: '公布', exact: true }).click()
  await page.getByRole('button', { name: '公布并告知 2 件工单的客户' }).click()
  await page.getByText('2 件工单已在查询页告知 · 邮件未配置').waitFor()
  for (const receipt of receipts.slice(0, 2)) {
    await customer.page.goto(new URL(receipt.trackUrl, served.address).href)
    await customer.page.getByText(/^改好了，已随「3\.2\.2」发布/).waitFor()
    await customer.page.getByText('购物车打开更快，也不再闪退。').first().waitFor()
  }
  await customer.page.goto(new URL(receipts[2]?.trackUrl ?? '', served.address).href)
  await customer.page.getByText('客服小姐姐特别耐心').first().waitFor()
  expect(await customer.page.getByText('3.2.2').count()).toBe(0)
})

test('every number of the dashboard opens as many cases as it says', async () => {
  const { page } = agent
  const dashboard = `/console/w/${owner.slug}/insights`
  const all = (await owner.call(listCases, { query: { view: 'all' } })).items.length
  await page.goto(dashboard)
  const opened = page.locator('.figure', { hasText: '反馈量' }).getByRole('link').first()
  await expect
    .poll(
      async () => {
        await page.reload()
        return opened.innerText()
      },
      { timeout: 20_000 },
    )
    .toBe(String(all))
  await opened.click()
  await page.waitForURL(/inbox\?/)
  await page.getByText(`${all} 件`, { exact: true }).waitFor()

  await page.goto(dashboard)
  await page.locator('.figure', { hasText: '待首次答复' }).getByRole('link').first().click()
  await page.waitForURL(/inbox\?/)
  await page.getByText('2 件', { exact: true }).waitFor()

  await page.goto(dashboard)
  const bars = page.locator('a.bar')
  await bars.first().waitFor()
  const told = await page.evaluate<[string, string][]>(
    `[...document.querySelectorAll('a.bar')].map((bar) => [
      bar.querySelector('.bar-count').innerText, bar.getAttribute('href')])`,
  )
  expect(told.length).toBeGreaterThan(2)
  for (const [count, href] of told) {
    await page.goto(href)
    await page.getByText(`${count} 件`, { exact: true }).waitFor()
    await expect.poll(() => page.locator('.rows a.row').count()).toBe(Number(count))
  }
  expect(agent.trouble).toEqual([])
  expect(customer.trouble).toEqual([])
})

async function surveyWaits(receipt: Receipt | undefined): Promise<void> {
  if (!receipt) throw new Error('nothing was submitted')
  const authorization = `Claim ${receipt.number}-${receipt.claimCode}`
  const params = { workspace: owner.slug, number: receipt.number }
  await until(async () => {
    await served.tick()
    const { survey } = await anyone(served.address, { authorization })(track, { params })
    if (survey === null) throw new Error('no survey yet')
  })
}

async function openCase(page: Page, text: string): Promise<void> {
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  await page.locator('.rows a.row', { hasText: text }).click()
  await page.getByRole('log').getByText(text).waitFor()
}
