/** Several members at one case, and what a search and a phone show of it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addNote,
  answerCustomer,
  closeCase,
  moveCase,
  prioritiseCase,
  reopenCase,
} from '../../contract/case-work.ts'
import { listCases, showCase } from '../../contract/cases.ts'
import { listCategories } from '../../contract/categories.ts'
import { createKey, invite } from '../../contract/members.ts'
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

test('who answers after somebody else did is stopped once, told by whom, and keeps every word', async () => {
  const { page } = member
  const { secret } = await owner.call(createKey, {
    body: { name: '夜班助手', scopes: ['cases:write'] },
  })
  const program = anyone(served.address, { authorization: `Bearer ${secret}` })
  const reply = page.getByRole('textbox', { name: '回复' })
  await reply.fill('我这边也给您补发')
  await program(answerCustomer, { params: { caseId }, body: { text: '已经重发，单号稍后给您' } })
  await reply.press('Control+Enter')
  const stop = page.locator('.composer').getByRole('alert')
  await stop.getByText('夜班助手 刚刚回复了客户：「已经重发，单号稍后给您」').waitFor()
  const answers = async () =>
    (await owner.call(showCase, { params: { caseId } })).messages.filter(
      ({ text }) => text === '我这边也给您补发',
    ).length
  expect(await reply.inputValue()).toBe('我这边也给您补发')
  expect(await answers()).toBe(0)
  await stop.getByRole('button', { name: '先看看' }).click()
  await stop.waitFor({ state: 'detached' })
  expect(await reply.inputValue()).toBe('我这边也给您补发')

  await program(addNote, { params: { caseId }, body: { text: '单号已发' } })
  await reply.press('Control+Enter')
  await stop.getByText('夜班助手 刚刚留了备注：「单号已发」').waitFor()
  await stop.getByRole('button', { name: '仍要发送' }).click()
  await until(async () => expect(await answers()).toBe(1))
  expect(await reply.inputValue()).toBe('')
})

test('whose case is closed while they write is told by whom, and keeps every word', async () => {
  const { page } = member
  const reply = page.getByRole('textbox', { name: '回复' })
  await reply.fill('还有一句')
  const { secret } = await owner.call(createKey, {
    body: { name: '结案助手', scopes: ['cases:write'] },
  })
  const program = anyone(served.address, { authorization: `Bearer ${secret}` })
  await program(closeCase, { params: { caseId }, body: { resolution: 'solved' } })
  const told = page.locator('.composer').getByRole('alert')
  await told.getByText('结案助手 刚刚结案了').waitFor()
  expect(await told.getByRole('button', { name: '仍要发送' }).count()).toBe(0)
  expect(await reply.inputValue()).toBe('还有一句')
  await told.getByRole('button', { name: '先看看' }).click()
  await told.waitFor({ state: 'detached' })
  await program(reopenCase, { params: { caseId }, body: {} })
  await expect.poll(() => reply.isEnabled()).toBe(true)
  expect(await reply.inputValue()).toBe('还有一句')
  await reply.fill('')
})

test('a search shows the words it found, also those said since', async () => {
  const { page } = member
  await page.goto(`/console/w/${owner.slug}/inbox?view=all&q=气柱`)
  const hit = page.locator('.row mark')
  await hit.waitFor()
  expect(await hit.innerText()).toBe('气柱')
  expect(await page.locator('.row-title').innerText()).toContain('漏放了气柱袋')
})

test('words that a view does not hold are offered in all cases, from the list and from anywhere', async () => {
  const { page } = member
  await page.goto(`/console/w/${owner.slug}/inbox?view=closed&q=气柱`)
  await page.getByRole('button', { name: '在全部工单里找：1 件' }).click()
  await page.locator('.row mark').waitFor()
  expect(new URL(page.url()).searchParams.get('view')).toBe('all')
  await page.goto(`/console/w/${owner.slug}/insights`)
  await page.getByRole('navigation').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.locator('.commands input').fill('气柱')
  await page.getByRole('option', { name: '在全部工单里搜索「气柱」' }).waitFor()
  await page.locator('.commands input').press('Enter')
  await page.locator('.row mark').waitFor()
})

test('many cases change at once, and what would be left out is said before', async () => {
  const { page } = member
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  const boxes = page.locator('.row-check input')
  await until(async () => expect(await boxes.count()).toBe(2))
  for (const box of await boxes.all()) await box.click({ force: true })
  const bar = page.locator('.bulk')
  await bar.getByText('已选 2 件').waitFor()
  await bar.getByRole('button', { name: '结案' }).click()
  await page.getByRole('option', { name: '已解决' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByText('2 件：1 件会改，1 件跳过').waitFor()
  await asked.getByText('1 件还没有答复过，要先回复客户').waitFor()
  await asked.getByRole('button', { name: '取消' }).click()
  await asked.waitFor({ state: 'detached' })

  await bar.getByRole('button', { name: '优先级' }).click()
  await page.getByRole('option', { name: '高', exact: true }).click()
  await page.getByRole('button', { name: '改这 2 件' }).click()
  await bar.waitFor({ state: 'detached' })
  const { items } = await owner.call(listCases, { query: { view: 'all' } })
  expect(items.map(({ priority }) => priority)).toEqual(['high', 'high'])

  for (const box of await boxes.all()) await box.click({ force: true })
  await bar.getByRole('button', { name: '分派' }).click()
  await page.getByRole('option', { name: '分派给我' }).click()
  await asked.getByText('分派：林舟').waitFor()
  await asked.getByRole('button', { name: /^改这 \d 件$/ }).click()
  await until(async () => {
    const given = await owner.call(listCases, { query: { view: 'all' } })
    expect(given.items.map(({ assignee }) => assignee?.name)).toEqual(['林舟', '林舟'])
  })
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

test('who may not do what a page is for is told so; a short password is one word about it', async () => {
  const { link } = await owner.call(invite, { body: { role: 'agent' } })
  const { page } = await visit(browser, served.address)
  await page.goto(new URL(link).pathname)
  await page.getByLabel('您的称呼').fill('何安')
  await page.getByLabel('邮箱').fill('he@whale.test')
  const password = page.getByLabel('密码', { exact: true })
  await password.fill('short')
  await password.blur()
  await page.getByText('密码太短了').waitFor()
  expect(await page.getByText('至少 10 个字符', { exact: true }).count()).toBe(0)
  await password.fill('a blue whale in the east')
  await page.getByRole('button', { name: '加入' }).click()
  await page.waitForURL(/\/inbox/)
  for (const closed of ['imports', 'settings/workspace']) {
    await page.goto(`/console/w/${owner.slug}/${closed}`)
    await page.getByText('这一页不对您开放').waitFor()
  }
  expect(await page.locator('input[type=file]').count()).toBe(0)
  await page.getByRole('button', { name: /^账号/ }).click()
  const out = page.getByRole('menuitem', { name: '退出登录' })
  await out.waitFor()
  await page.keyboard.press('Escape')
  await out.waitFor({ state: 'hidden' })
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
