/** A customer writes on a phone, an agent answers at a desk, and the loop goes round until it is solved. */
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { compose } from './compose.ts'
import { anOwner, type Owner, type Served, serve } from './served.ts'
import { phone, type Visitor, visit } from './visitor.ts'

let served: Served
let browser: Browser
let owner: Owner
let customer: Visitor
let agent: Visitor
let number: string

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await anOwner(served)
  customer = await visit(browser, served.address, { size: phone })
  agent = await visit(browser, served.address, { as: owner })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

test('the agent waits in an empty inbox', async () => {
  const { page } = agent
  await page.goto(`/console/w/${owner.slug}/inbox?view=open&sort=due`)
  await page.getByText('没有待处理的工单').waitFor()
})

test('on the phone: kind, category, its questions, words by an input method, a picture', async () => {
  const { page } = customer
  await page.goto(`/p/${owner.slug}`)
  await page.getByRole('heading', { name: '哪里没做好，告诉我们' }).waitFor()
  await page.getByRole('radio', { name: /投诉/ }).check()
  const categories = page.getByRole('group', { name: '关于什么' }).getByRole('button')
  await categories.first().click()
  expect(await categories.first().getAttribute('aria-pressed')).toBe('true')

  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('请写一写发生了什么，一句话也行').waitFor()
  const box = page.getByRole('textbox', { name: '发生了什么' })
  await box.focus()
  await compose(page, '盲盒拆开少了一只')
  expect(page.url()).toMatch(/\/p\/[^/]+$/)
  await box.pressSequentially('，说好三天补发，十一天了还在集运仓')
  await fillQuestions(page)

  const picture = await sharp({
    create: { width: 900, height: 1200, channels: 3, background: '#c9d6d2' },
  })
    .png()
    .toBuffer()
  await page
    .getByLabel('添加')
    .setInputFiles({ name: '开箱.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('img', { name: '开箱.png' }).waitFor()
  await page.getByText('联系方式', { exact: false }).first().click()
  await page.getByLabel('怎么称呼您').fill('林小满')
  await page.getByLabel('怎么称呼您').press('Enter')
  expect(page.url()).toMatch(/\/p\/[^/]+$/)
})

test('submitting gives a number and a button that copies it with the link', async () => {
  const { page } = customer
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('heading', { name: '收到您的投诉了' }).waitFor()
  number = (await page.getByText(/^HY-\d+$/).innerText()).replace('HY-', '')
  await page.getByRole('button', { name: '复制', exact: true }).click()
  await page.getByRole('button', { name: '已复制' }).waitFor()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied).toContain(`HY-${number}`)
  expect(copied).toMatch(/http\S+\/p\/\S+\/t\/\d+-\w+/)
})

test('the agent sees it come in without a reload, and opens it', async () => {
  const { page } = agent
  const row = page.getByRole('link', { name: /林小满/ })
  await row.waitFor()
  await row.click()
  await page.getByRole('log').getByText('盲盒拆开少了一只，说好三天补发').waitFor()
  await page.getByRole('log').getByRole('img').first().waitFor()
})

test('Enter while composing sends nothing; Ctrl+Enter sends the answer', async () => {
  const { page } = agent
  await page.keyboard.press('r')
  const box = page.getByRole('textbox', { name: '回复' })
  await expect.poll(() => isFocused(page, 'TEXTAREA')).toBe(true)
  await compose(page, '林女士您好', { withControl: true })
  expect(await page.locator('.msg-out').count()).toBe(0)
  await box.pressSequentially('，查到了，今天改发顺丰特快。')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('log').getByText('林女士您好，查到了，今天改发顺丰特快。').waitFor()
  await expect.poll(() => box.inputValue()).toBe('')
  expect(await page.locator('.msg-out').count()).toBe(1)
})

test('the track page shows the answer; urging, not solved, answered again, solved', async () => {
  const { page } = customer
  await page.getByRole('link', { name: '查看进度' }).click()
  await page.getByText('林女士您好，查到了').first().waitFor()
  await page.getByText('已有人负责：林舟').or(page.getByText('答复了您')).first().waitFor()

  await page.getByRole('button', { name: '还没有' }).click()
  await page.getByLabel(/还差什么/).fill('补发的还没到')
  await page.getByRole('button', { name: '告诉我们还没解决' }).click()
  await page.getByText('您说还没解决，继续处理').waitFor()
  await page.getByRole('button', { name: /催一下/ }).click()
  await page.getByText('已经催了，', { exact: false }).first().waitFor()

  await agent.page.getByRole('log').getByText('补发的还没到').waitFor()
  await agent.page.getByText('客户催办').first().waitFor()
  await agent.page.getByText('催办 1 次').first().waitFor()
  await agent.page.keyboard.press('r')
  await agent.page.getByRole('textbox', { name: '回复' }).fill('明天 18 点前送到，单号已发您。')
  await agent.page.keyboard.press('Control+Enter')
  await agent.page.getByRole('log').getByText('明天 18 点前送到').waitFor()

  await page.reload()
  await page.getByText('明天 18 点前送到').first().waitFor()
  await page.getByRole('button', { name: '已解决' }).click()
  await page.getByText('您确认已解决').waitFor()
  await agent.page.getByText('客户确认已解决').waitFor()
  await agent.page.getByRole('button', { name: '重新打开' }).waitFor()
})

test('another phone finds it by number and code, and a wrong code opens nothing', async () => {
  const link = await customer.page.evaluate<string>('location.href')
  const code = link.split('-').at(-1) ?? ''
  const other = await visit(browser, served.address, { size: phone })
  await other.page.goto(`/p/${owner.slug}/mine`)
  await other.page.getByText('这台设备上还没有提交过').waitFor()
  await other.page.getByLabel(/^受理号/).fill(`HY-${number}`)
  await other.page.getByLabel(/^查询码/).fill('ABCDEFGHJK')
  await other.page.getByRole('button', { name: '查询' }).click()
  await other.page.getByRole('heading', { name: '打不开这条记录' }).waitFor()
  await other.page.goto(`/p/${owner.slug}/mine`)
  await other.page.getByLabel(/^受理号/).fill(`hy${number}`)
  await other.page.getByLabel(/^查询码/).fill(code.toLowerCase())
  await other.page.getByRole('button', { name: '查询' }).click()
  await other.page.getByText('您确认已解决').waitFor()
  expect(customer.trouble).toEqual([])
  expect(agent.trouble).toEqual([])
})

/** Whatever the category asks, answered. */
async function fillQuestions(page: Page): Promise<void> {
  for (const box of await page.locator('[id^="fields."]:is(input[type=text], textarea)').all())
    await box.fill('2026111083071')
  for (const group of await page.locator('fieldset:has([name^="fields."])').all())
    await group.getByRole('radio').first().check({ force: true })
}

const isFocused = (page: Page, tag: string) =>
  page.evaluate<boolean>(`document.activeElement.tagName === '${tag}'`)
