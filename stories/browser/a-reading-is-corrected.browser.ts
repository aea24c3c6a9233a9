/** A member puts a reading right beside the case; it counts, it teaches, it can be taken back. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCases } from '../../contract/cases.ts'
import { readQuality } from '../../contract/quality.ts'
import { say } from './arrivals.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { faultsOf, settled } from './page-faults.ts'
import { anOwner, type Owner, type Served, serve } from './served.ts'
import { until } from './until.ts'
import { phone, type Visitor, visit } from './visitor.ts'

let served: Served
let browser: Browser
let owner: Owner
let member: Visitor
let caseId: string
/** Where to keep pictures of what a person would see, for whoever wants to look. */
const pictures = process.env.HUIYIN_PICTURES

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await anOwner(served)
  await say(owner, ['盖子拧了半天也没拧开，手都红了'])
  caseId = await until(async () => {
    const { items } = await owner.call(listCases, { query: { view: 'all' } })
    if (!items[0]?.kind) throw new Error('not read yet')
    return items[0].id
  })
  member = await visit(browser, served.address, { as: owner })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

async function picture(name: string): Promise<void> {
  if (pictures) await member.page.screenshot({ path: join(pictures, `${name}.png`) })
}

test('a correction shows who said what, and lists go by it', async () => {
  const { page } = member
  await page.goto(`/console/w/${owner.slug}/inbox/${caseId}?view=all`)
  await page.getByRole('button', { name: '纠正' }).click()
  await choose('种类', '建议')
  await choose('主题', '包装')
  await picture('correcting')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText(/把种类从「.+」改为「建议」/).waitFor()
  await page.getByText(/纠正了判读（种类/).waitFor()
  await picture('corrected')
  const { items } = await owner.call(listCases, { query: { kind: 'suggestion' } })
  expect(items.map(({ id }) => id)).toEqual([caseId])
})

test('what is right is confirmed in one go, and the page of quality counts both', async () => {
  const { page } = member
  await page.getByRole('button', { name: '判读正确' }).click()
  await page.getByText(/确认.+正确/).waitFor()
  const { parts } = await owner.call(readQuality)
  expect(parts.map(({ part, judged }) => [part, judged])).toEqual([
    ['kind', 1],
    ['topics', 1],
    ['sentiment', 1],
    ['urgency', 1],
    ['risks', 1],
  ])
  await page.goto(`/console/w/${owner.slug}/quality`)
  await page.getByRole('heading', { name: '模型版本' }).waitFor()
  await page.getByText('5 项判断已即时学习').waitFor()
  await settled(page)
  expect(await faultsOf(page, 'zh-CN')).toEqual([])
  await picture('quality')
})

test('taken back, the model’s own word stands again', async () => {
  const { page } = member
  await page.goto(`/console/w/${owner.slug}/inbox/${caseId}?view=all`)
  await page.getByRole('button', { name: '撤销对种类的判断' }).click()
  await page.getByText(/把种类从「.+」改为「建议」/).waitFor({ state: 'detached' })
  expect((await owner.call(listCases, { query: { kind: 'suggestion' } })).items).toEqual([])
})

test('on a phone the page of quality fits', async () => {
  const small = await visit(browser, served.address, { as: owner, size: phone, theme: 'dark' })
  await small.page.goto(`/console/w/${owner.slug}/quality`)
  await small.page.getByRole('heading', { name: '模型版本' }).waitFor()
  await settled(small.page)
  expect(await faultsOf(small.page, 'zh-CN')).toEqual([])
  if (pictures) await small.page.screenshot({ path: join(pictures, 'phone.png'), fullPage: true })
  expect(small.trouble).toEqual([])
  await small.context.close()
  expect(member.trouble).toEqual([])
})

/** Picks a label from a list, as people do: open it, click. */
async function choose(list: string, label: string): Promise<void> {
  const { page } = member
  await page.getByRole('combobox', { name: list, exact: true }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(label, { exact: true }).click()
}
