/** Several members at one case, and what a search and a phone show of it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, answerCustomer, moveCase, prioritiseCase } from '../../contract/case-work.ts'
import { listCases, showCase } from '../../contract/cases.ts'
import { listCategories } from '../../contract/categories.ts'
import { createKey } from '../../contract/members.ts'
import { say } from './arrivals.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { anOwner, anyone, type Owner, type Served, serve } from './served.ts'
import { until } from './until.ts'
import { phone, type Visitor, visit } from './visitor.ts'

let served: Served
let browser: Browser
let owner: Owner
let member: Visitor
let caseId: string

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await anOwner(served)
  await say(owner, ['杯子收到就是碎的，外面的箱子好好的，里面没有一点填充', '页面一直打不开'])
  caseId = await until(async () => {
    const { items } = await owner.call(listCases, { query: { view: 'all', q: '杯子' } })
    const [found] = items
    if (!found?.kind) throw new Error('not read yet')
    return found.id
  })
  member = await visit(browser, served.address, { as: owner })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

test('who was overtaken is told by what, and may go on from there without choosing again', async () => {
  const { page } = member
  await open(page)
  await page.getByRole('button', { name: '改类别' }).click()
  await page.getByRole('combobox', { name: '改类别' }).waitFor()
  // The news of what others do reaches this console too late.
  const stale = new RegExp(`/api/v1/cases/${caseId}$`)
  await page.route(stale, (route) => route.abort())
  await owner.call(prioritiseCase, { params: { caseId }, body: { priority: 'urgent' } })
  const wanted = page.getByRole('option').nth(1)
  const name = await wanted.innerText()
  const refused = page.waitForResponse((response) => response.status() === 409)
  await wanted.click()
  await refused
  await page.unroute(stale)

  const note = page.getByRole('alert').filter({ hasText: '有人先您一步' })
  await note.getByText('把优先级改为「紧急」').waitFor()
  expect(await category()).not.toBe(name)
  await note.getByRole('button', { name: '仍然执行' }).click()
  await note.waitFor({ state: 'detached' })
  expect(await category()).toBe(name)
})

test('a reply being written outlives what others do meanwhile', async () => {
  const { page } = member
  const reply = page.getByRole('textbox', { name: '回复' })
  await reply.fill('您好，马上给您补发')
  const { items } = await owner.call(listCategories)
  await owner.call(moveCase, { params: { caseId }, body: { categoryId: items[0]?.id ?? null } })
  await page.getByText(`把类别改为「${items[0]?.name}」`).last().waitFor()
  expect(await reply.inputValue()).toBe('您好，马上给您补发')
  await reply.fill('')
})

test('what a program wrote bears the name of its key', async () => {
  const { secret } = await owner.call(createKey, {
    body: { name: '仓库助手', scopes: ['cases:write'] },
  })
  const program = anyone(served.address, { authorization: `Bearer ${secret}` })
  const params = { caseId }
  await program(addNote, { params, body: { text: '已查监控' } })
  await program(answerCustomer, { params, body: { text: '打包时漏放了气柱袋，今天重发' } })
  const { page } = member
  await page.locator('.msg-out', { hasText: '气柱袋' }).getByText('仓库助手').waitFor()
  await page.locator('.msg-note', { hasText: '已查监控' }).getByText('仓库助手').waitFor()
})

test('a search shows the words it found, also those said since', async () => {
  const { page } = member
  await page.goto(`/console/w/${owner.slug}/inbox?view=all&q=气柱`)
  const hit = page.locator('.row mark')
  await hit.waitFor()
  expect(await hit.innerText()).toBe('气柱')
  expect(await page.locator('.row-title').innerText()).toContain('漏放了气柱袋')
})

test('passing words cover neither the title nor what is written', async () => {
  const { page } = member
  await open(page)
  await page.getByRole('button', { name: '优先级' }).click()
  await page.getByRole('option', { name: '普通' }).click()
  const passing = page.locator('.ant-message-notice')
  await passing.waitFor()
  const box = await passing.boundingBox()
  for (const under of ['.case-top h1', '.composer textarea']) {
    const other = await page.locator(under).first().boundingBox()
    expect(apart(box, other), under).toBe(true)
  }
})

test('on a phone every page can be reached, and what asks fits the screen', async () => {
  const { page } = await visit(browser, served.address, { as: owner, size: phone })
  await page.goto(`/console/w/${owner.slug}/insights`)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '导入' }).click()
  await page.getByRole('heading', { name: '导入', exact: true }).waitFor()
  await open(page)
  await page.getByRole('button', { name: '分派' }).click()
  const picker = page.locator('.ant-popover', {
    has: page.getByRole('combobox', { name: '分派给' }),
  })
  await picker.waitFor()
  await until(async () => {
    const box = await picker.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width)
  })
})

async function open(page: Page): Promise<void> {
  await page.goto(`/console/w/${owner.slug}/inbox/${caseId}?view=all`)
  await page.getByRole('log').waitFor()
}

async function category(): Promise<string | undefined> {
  return (await owner.call(showCase, { params: { caseId } })).category?.name
}

type Box = { x: number; y: number; width: number; height: number } | null
function apart(one: Box, other: Box): boolean {
  if (!one || !other) return false
  return (
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  )
}
