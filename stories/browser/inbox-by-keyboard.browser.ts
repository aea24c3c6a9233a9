/** The inbox with the hands on the keyboard, its state in the address, and ten thousand rows. */
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSheet, say } from './arrivals.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { anOwner, type Owner, type Served, serve } from './served.ts'
import { until } from './until.ts'
import { type Visitor, visit } from './visitor.ts'

let served: Served
let browser: Browser
let owner: Owner
let agent: Visitor

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await anOwner(served)
  const texts = Array.from({ length: 300 }, (_, at) =>
    at % 25 === 0 ? `第 ${at} 单的退款还没有到账，很着急` : `第 ${at} 单：页面要转很久才打开`,
  )
  await say(owner, texts)
  await casesAre(300)
  agent = await visit(browser, served.address, { as: owner })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

test('j and k walk through the list; the address says where one is', async () => {
  const { page } = agent
  await page.goto(`/console/w/${owner.slug}/inbox?view=open&sort=due`)
  await rows(page).first().waitFor()
  await press(page, 'j')
  await current(page, 0)
  await press(page, 'j')
  await current(page, 1)
  await press(page, 'j')
  await current(page, 2)
  await press(page, 'k')
  await current(page, 1)
  await page.getByRole('log').waitFor()
  expect(page.url()).toMatch(/inbox\/[0-9a-f-]{36}\?view=open&sort=due$/)
})

test('r and n write, e closes, a assigns; letters typed into a box stay letters', async () => {
  const { page } = agent
  await press(page, 'r')
  const reply = page.getByRole('textbox', { name: '回复' })
  await focused(page, '回复')
  await page.keyboard.type('jkerna?/')
  expect(await reply.inputValue()).toBe('jkerna?/')
  await current(page, 1)
  await reply.fill('')
  await page.keyboard.press('Escape')

  await press(page, 'n')
  await focused(page, '备注')
  await page.keyboard.type('已电话核实')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('log').locator('.msg-note', { hasText: '已电话核实' }).waitFor()
  await page.keyboard.press('Escape')

  await press(page, 'a')
  const picker = page.getByRole('combobox', { name: '分派给' })
  await picker.waitFor()
  await focused(page, '分派给')
  await page.keyboard.press('Enter')
  await page.getByText('林舟 负责').waitFor()

  await press(page, 'e')
  await page.getByText('客户会收到通知').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByText('客户会收到通知').count()).toBe(0)
  await press(page, 'r')
  await focused(page, '回复')
  await page.keyboard.type('已经修复，请您再试一次。')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('log').getByText('已经修复，请您再试一次。').waitFor()
  await page.keyboard.press('Escape')
  await press(page, 'e')
  await page.getByRole('radio', { name: '已解决' }).waitFor()
  await focusedIn(page, '.ask')
  await page.keyboard.press('Enter')
  await page
    .getByRole('log')
    .getByText(/林舟 结案：已解决/)
    .waitFor()
})

test('? shows every shortcut; Ctrl+K finds what to do by a few letters', async () => {
  const { page } = agent
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: '快捷键' })
  for (const label of ['下一个工单', '回复', '结案', '分派', '搜索', '收件箱'])
    await sheet.getByText(label, { exact: true }).first().waitFor()
  await press(page, 'j')
  await sheet.waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '输入要做的事，或页面名称' }).fill('数据')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/insights*')
  await page.getByRole('heading', { name: '数据', exact: true }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.waitForURL('**/inbox?*')
})

test('/ searches for two characters', async () => {
  const { page } = agent
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  await rows(page).first().waitFor()
  await page.keyboard.press('/')
  await focused(page, '搜索编号、客户、内容')
  await page.keyboard.insertText('退款')
  await page.waitForURL(/q=%E9%80%80%E6%AC%BE|q=退款/)
  await page.getByText('12 件').waitFor()
  await expect.poll(() => rows(page).count()).toBe(12)
  for (const title of await page.locator('.row-title').allInnerTexts())
    expect(title).toContain('退款')
  await page.reload()
  await page.getByText('12 件').waitFor()
  expect(await page.getByRole('textbox', { name: '搜索编号、客户、内容' }).inputValue()).toBe(
    '退款',
  )
})

test('filters stand in the address and outlive reload, back and forward', async () => {
  const { page } = agent
  const views = page.getByRole('navigation', { name: '收件箱' })
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  await rows(page).first().waitFor()
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('combobox', { name: '优先级' }).click()
  await page.locator('.ant-select-item-option[title="普通"]').click()
  await page.waitForURL(/priority=normal/)
  await page.keyboard.press('Escape')
  await page.mouse.click(720, 700)
  const chip = page.getByRole('button', { name: '移除 优先级' })
  await chip.waitFor()
  await page.reload()
  await chip.waitFor()
  await views.getByRole('link', { name: /已结案/ }).click()
  await page.waitForURL(/view=closed/)
  await page.getByText('1 件', { exact: true }).waitFor()
  await page.goBack()
  await page.waitForURL(/priority=normal/)
  await chip.waitFor()
  await page.goForward()
  await page.waitForURL(/view=closed/)
  await page.goBack()
  await chip.click()
  await expect.poll(() => page.url()).not.toContain('priority')
})

test('ten thousand rows scroll without a pause, with few of them in the page', async () => {
  const { page } = agent
  await importSheet(
    owner,
    `内容\n${Array.from({ length: 9700 }, (_, at) => `历史第 ${at} 条：物流太慢了`).join('\n')}\n`,
  )
  await casesAre(10_000)
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  await rows(page).first().waitFor()
  const seen = await page.evaluate<{ most: number; gaps: number[]; said: string }>(scrollToTheEnd)
  expect(seen.said).toContain('10,000 件')
  expect(seen.most).toBeLessThan(200)
  const gaps = seen.gaps.sort((a, b) => a - b)
  expect(gaps.length).toBeGreaterThan(100)
  expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(60)
  expect(gaps.at(-1)).toBeLessThan(1500)
  expect(agent.trouble).toEqual([])
}, 120_000)

/** Runs in the page: down to the last row, frame by frame. */
const scrollToTheEnd = `new Promise((resolve, reject) => {
  const scroller = document.querySelector('.rows')
  const gaps = []
  let most = 0
  let last = performance.now()
  const began = last
  const step = () => {
    const now = performance.now()
    gaps.push(now - last)
    last = now
    most = Math.max(most, document.querySelectorAll('.rows-one').length)
    // At first as fast as a wheel turns, then as fast as pages come.
    scroller.scrollTop += gaps.length < 100 ? 300 : 20000
    const said = document.querySelector('.list-sort').innerText
    const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
    // As tall as ten thousand rows of 88 pixels: all of them are there.
    if (atEnd && scroller.scrollHeight >= 880000) return resolve({ most, gaps, said })
    if (now - began > 45000) return reject(new Error('after 45 s: ' + said))
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`

const rows = (page: Page) => page.locator('.rows a.row')
const press = (page: Page, key: string) => page.keyboard.press(key)

async function current(page: Page, index: number): Promise<void> {
  await expect.poll(() => rows(page).nth(index).getAttribute('aria-current')).toBe('true')
}
async function focused(page: Page, label: string): Promise<void> {
  await expect
    .poll(() => page.evaluate<string>(`document.activeElement.getAttribute('aria-label')`))
    .toBe(label)
}
async function focusedIn(page: Page, selector: string): Promise<void> {
  await expect
    .poll(() => page.evaluate<boolean>(`!!document.activeElement.closest('${selector}')`))
    .toBe(true)
}

/** What comes in becomes cases in the background. */
async function casesAre(count: number): Promise<void> {
  const database = new pg.Client({ connectionString: served.databaseUrl })
  await database.connect()
  try {
    await until(async () => {
      const { rows } = await database.query('select count(*) from cases')
      expect(Number(rows[0].count)).toBe(count)
    }, 45_000)
  } finally {
    await database.end()
  }
}
