/** The operator has a language model: it is switched on, drafts, and everything it wrote says so. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeAssistant } from '../../contract/assistant.ts'
import { answerCustomer } from '../../contract/case-work.ts'
import { listCases, showCase } from '../../contract/cases.ts'
import { answerTo, draft, summary, translation } from '../../server/assistant/testing.ts'
import { aFakeModel, type FakeModel, keyRefused, usually } from '../../server/testing/fake-model.ts'
import { say } from './arrivals.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { anOwner, type Owner, type Served, serve } from './served.ts'
import { until } from './until.ts'
import { besidesRefusals, type Visitor, visit } from './visitor.ts'

let fake: FakeModel
let served: Served
let browser: Browser
let owner: Owner
let member: Visitor

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  fake = await aFakeModel()
  fake.says(answerTo)
  const env = { AI_BASE_URL: fake.url, AI_API_KEY: 'a-key', AI_MODEL: 'fake-model' }
  ;[served, browser] = await Promise.all([serve(env), launchBrowser()])
  owner = await anOwner(served)
  await say(owner, ['My refund has not arrived after ten days, please have a look'])
  member = await visit(browser, served.address, { as: owner })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  await fake?.close()
})

async function caseNow() {
  const { items } = await owner.call(listCases, { query: { view: 'all' } })
  return owner.call(showCase, { params: { caseId: items[0]?.id ?? '' } })
}

async function open(page: Page): Promise<void> {
  const { id } = await until(caseNow)
  await page.goto(`/console/w/${owner.slug}/inbox/${id}?view=all`)
  await page.getByRole('textbox', { name: '回复' }).waitFor()
}

test('until it is switched on nothing of it is seen in a case', async () => {
  const { page } = member
  await open(page)
  expect(await page.getByText('AI').count()).toBe(0)
  expect(await page.getByRole('button', { name: '翻译' }).count()).toBe(0)
})

test('its settings say what is sent where, test it, and switch it on', async () => {
  const { page } = member
  await page.goto(`/console/w/${owner.slug}/settings/assistant`)
  await page.getByText('会发出去什么').waitFor()
  await page.getByText(new URL(fake.url).host).waitFor()
  fake.behaves(keyRefused)
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('没有成功：密钥不对').waitFor()
  fake.behaves(usually)
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('连接正常：fake-model-2026').waitFor()
  await page.getByRole('switch', { name: '启用 AI 助手' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await page.reload()
  await page.getByRole('switch', { name: '启用 AI 助手', checked: true }).waitFor()
})

test('words of another language are translated, the case is summarised, each with its label', async () => {
  const { page } = member
  await open(page)
  await page.getByRole('button', { name: '翻译' }).click()
  await page.getByText(translation.translation).waitFor()
  await page.getByRole('button', { name: '生成摘要' }).click()
  await page.getByText(summary.summary).waitFor()
  expect(await page.getByText(/^AI 生成 · fake-model-2026 · /).count()).toBe(2)
})

test('a draft is taken into the reply, sent by the member, and labelled for the customer', async () => {
  const { page } = member
  await open(page)
  await page.getByRole('button', { name: 'AI 起草' }).click()
  await page.getByText('AI 草稿，请核对后再用').waitFor()
  await page.getByRole('button', { name: '放进回复框' }).click()
  const box = page.getByRole('textbox', { name: '回复' })
  expect(await box.inputValue()).toBe(draft.reply)
  // A reload loses neither the words nor where they came from.
  await page.reload()
  await page.getByText('这条回复由 AI 草稿改写').waitFor()
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('已向客户注明').waitFor()
  const { messages } = await caseNow()
  expect(messages.find(({ direction }) => direction === 'out')).toMatchObject({
    text: expect.stringContaining('AI 辅助生成'),
    drafted: { unedited: true, labelled: true },
  })
})

test('a model that fails says why, and the reply is written as ever', async () => {
  const { page } = member
  fake.behaves(keyRefused)
  await open(page)
  await page.getByRole('button', { name: 'AI 起草' }).click()
  await page.getByText('AI 没有帮上忙：密钥不对').waitFor()
  const { id } = await caseNow()
  await owner.call(answerCustomer, { params: { caseId: id }, body: { text: '查到了，今天到账。' } })
  await page.getByText('查到了，今天到账。').waitFor()
  await owner.call(changeAssistant, { body: { active: false } })
  expect(besidesRefusals(member.trouble)).toEqual([])
})
