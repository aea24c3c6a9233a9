/** A sheet saved by an old Excel: seen before it counts, tried out, taken in, and taken back. */
import { readFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countListed } from '../../contract/cases.ts'
import { listCategories } from '../../contract/categories.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { anOwner, type Owner, type Served, serve } from './served.ts'
import { type Visitor, visit } from './visitor.ts'

const sheet = `编号,客户,评价内容,时间,星级
A-1,周闻,"更新之后一进购物车就闪退，
重装也没用",2026-03-02 09:10,1
A-2,何以安,充了两次都没到账，请退款,2026-03-03 21:40,2
A-3,,物流太慢了,不知道哪天,3
A-4,吴桐,客服特别耐心,2026/3/5 8:00,5
A-5,白川,,2026-03-06 10:00,4
A-2,何以安,充了两次都没到账，请退款,2026-03-03 21:40,2
`

let served: Served
let browser: Browser
let owner: Owner
let supervisor: Visitor

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await anOwner(served)
  supervisor = await visit(browser, served.address, { as: owner })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

test('an uploaded sheet is shown with its encoding and a meaning for every column', async () => {
  const { page } = supervisor
  await page.goto(`/console/w/${owner.slug}/imports`)
  await page.getByText('还没有导入过').waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: '三月评价.csv',
    mimeType: 'text/csv',
    buffer: iconv.encode(sheet, 'gb18030'),
  })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  const how = page.locator('.sheet-how')
  await how.getByTitle(/^GB18030/).waitFor()
  await how.getByTitle(/^第 1 行：编号 · 客户 · 评价内容/).waitFor()
  const complaint = page.getByText('更新之后一进购物车就闪退')
  await complaint.waitFor()
  // Whoever thinks they know better sees at once what comes of it.
  await pick('编码', 'UTF-8')
  await complaint.waitFor({ state: 'detached' })
  await pick('编码', /^GB18030/)
  await complaint.waitFor()
  const columns = page.getByRole('columnheader')
  expect(await columns.count()).toBe(5)
  await columns.nth(2).getByTitle('内容').waitFor()
  await columns.nth(3).getByTitle('反馈时间').waitFor()
})

test('a dry run says which rows would be refused and why, and keeps nothing', async () => {
  const { page } = supervisor
  await choose('编号', '原编号（防重复）')
  await choose('客户', '客户姓名')
  await choose('星级', '评分')
  await page.getByText('历史记录', { exact: true }).click()
  await page.getByText('只作存档与分析').waitFor()
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByText('已试运行').waitFor()
  await count('可导入', '3')
  await count('重复跳过', '1')
  await count('被拒绝', '2')
  await page.getByText('没有内容：1 行').waitFor()
  await page.getByText('时间看不懂：1 行').waitFor()
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  await page.getByText('还没有工单').waitFor()
  await page.goBack()
})

test('the import runs to its end; the refused rows come as a sheet with their reasons', async () => {
  const { page } = supervisor
  await page.getByRole('button', { name: '开始导入' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByText('导入 3 行？').last().waitFor()
  await asked.getByRole('button', { name: '开始导入' }).click()
  await page.getByText('已完成').waitFor()
  await count('已导入', '3')
  await count('被拒绝', '2')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载被拒绝的行' }).click(),
  ])
  const rejected = await readFile(await download.path(), 'utf8')
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  expect(rejected).toContain('物流太慢了')
  expect(rejected).toContain('A-5')
  expect(rejected).not.toContain('A-4')
})

test('its cases are in the inbox, and undo takes all of them out again', async () => {
  const { page } = supervisor
  const address = page.url()
  await page.getByRole('link', { name: '查看导入的工单' }).click()
  await page.waitForURL(/inbox\?.*import=/)
  const rows = page.locator('.rows a.row')
  await expect.poll(() => rows.count()).toBe(3)
  await page.getByText('购物车就闪退').first().waitFor()
  await page.goto(address)
  await page.getByRole('button', { name: '撤销导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await page.getByText('已撤销').waitFor()
  await page.getByText('3 件反馈和工单已全部移除').waitFor()
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  await page.getByText('还没有工单').waitFor()
  expect(supervisor.trouble).toEqual([])
})

test('categories that are none are named before anything is imported, and may be made', async () => {
  const { page } = supervisor
  await page.goto(`/console/w/${owner.slug}/imports`)
  await page.locator('input[type=file]').setInputFiles({
    name: '热线.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('内容,类别\n杯子碎了,易碎品\n又碎了,易碎品\n找不到人,热线占线\n'),
  })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  await page.getByText('先试运行：').waitFor()
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByText('3 行的类别这里没有').waitFor()
  await page.getByText('易碎品（2 行）、热线占线（1 行）').waitFor()
  expect(await page.getByText('每一行都可以导入').count()).toBe(0)
  await pick('「易碎品」归到', '新建这个类别')
  await page.getByText('1 行的类别这里没有').waitFor()
  await page.reload()
  await page.locator('.unknown').getByTitle('新建这个类别').waitFor()
  await page.getByRole('button', { name: '开始导入' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByText('其中 1 行不归类').waitFor()
  await asked.getByRole('button', { name: '开始导入' }).click()
  await page.getByText('已完成').waitFor()
  expect(await page.getByText('预览马上更新').count()).toBe(0)
  const { items } = await owner.call(listCategories)
  const made = items.find(({ name }) => name === '易碎品')
  const { count } = await owner.call(countListed, { query: { category: made?.id ?? 'none' } })
  expect(count).toBe(2)
  expect(supervisor.trouble).toEqual([])
})

async function pick(what: string, choice: string | RegExp): Promise<void> {
  const { page } = supervisor
  await page.getByRole('combobox', { name: what, exact: true }).click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle(choice)
    .click()
}

async function choose(column: string, meaning: string): Promise<void> {
  const { page } = supervisor
  await pick(column, meaning)
  await page
    .getByRole('columnheader')
    .filter({ has: page.getByRole('combobox', { name: column, exact: true }) })
    .getByTitle(meaning)
    .waitFor()
}

async function count(label: string, number: string): Promise<void> {
  const cell = supervisor.page.locator('.results > div', { hasText: label })
  await expect.poll(() => cell.locator('strong').innerText()).toBe(number)
}
