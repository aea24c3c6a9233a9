/** While a customer writes: an answer that solves it, a problem we know of, a case of theirs that is open. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCases } from '../../contract/cases.ts'
import { createProblem, showProblem } from '../../contract/improvements.ts'
import { listArticles, showArticle } from '../../contract/knowledge.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { compose } from './compose.ts'
import { anOwner, type Owner, type Served, serve } from './served.ts'
import { until } from './until.ts'
import { phone, type Visitor, visit } from './visitor.ts'

let served: Served
let browser: Browser
let owner: Owner
let customer: Visitor
let agent: Visitor
let problemId: string

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

const box = () => customer.page.getByRole('textbox', { name: '发生了什么' })

test('a member writes an answer, sees it as customers will, and publishes it', async () => {
  const { page } = agent
  await page.goto(`/console/w/${owner.slug}/knowledge`)
  await page.getByText('收不到验证码怎么办').waitFor()
  await page.getByRole('link', { name: '写答案' }).click()
  await page.getByLabel('标题').fill('盲盒少发了怎么补')
  await page.getByLabel('答案', { exact: true }).fill('请附上照片。\n- 外箱\n- **全部**物品')
  await page.getByRole('region', { name: '客户看到的样子' }).getByRole('listitem').nth(1).waitFor()
  await page.getByLabel(/客户的问法/).fill('盲盒少了一个\n盲盒漏发')
  // By keyboard: the field above still grows into its lines, and moves the button under a pointer.
  await page.getByRole('button', { name: '保存' }).press('Enter')
  await page.getByRole('button', { name: '发布给客户' }).click()
  await page.getByText('已发布，客户写反馈时会看到').waitFor()
})

test('nothing is asked while an input method is composing; then the answer stands below', async () => {
  const { page } = customer
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/suggestions')) asked.push(request.postData() ?? '')
  })
  await page.goto(`/p/${owner.slug}`)
  await box().focus()
  await compose(page, '收到的盲盒少了一个')
  const answer = page.getByText('盲盒少发了怎么补')
  await answer.waitFor()
  expect(asked.every((body) => body.includes('收到的盲盒少了一个'))).toBe(true)
  await answer.click()
  await page.getByText('请附上照片。').waitFor()
  await page.getByRole('button', { name: '解决了我的问题' }).click()
  await page.getByText('太好了，这一条不用提交了。').waitFor()
  await page.getByRole('button', { name: '清空已写的内容' }).click()
  expect(await box().inputValue()).toBe('')
  await answer.waitFor({ state: 'detached' })
  const { items } = await owner.call(listArticles, { query: { q: '盲盒' } })
  const articleId = items[0]?.id ?? ''
  await until(async () => {
    const { uses } = await owner.call(showArticle, { params: { articleId } })
    expect(uses).toEqual({ shown: 1, opened: 1, solved: 1, inserted: 0 })
  })
})

test('a known problem is joined with one tap, and the number leads to the track page', async () => {
  const { page } = customer
  const problem = await owner.call(createProblem, { body: { title: '收银台 WebView 崩溃' } })
  problemId = problem.id
  await agent.page.goto(`/console/w/${owner.slug}/problems/${problemId}`)
  await agent.page.getByRole('button', { name: '公开给客户' }).click()
  await agent.page.getByLabel('客户看到的说法').fill('付款时页面闪退')
  await agent.page.getByLabel('进展或临时办法').fill('正在修复，预计周五发布。')
  await agent.page.getByRole('button', { name: '保存' }).click()
  await agent.page.getByText('预计周五发布').waitFor()

  await page.reload()
  await box().fill('点付款的时候页面闪退了，试了好几次')
  await page.getByText('预计周五发布').waitFor()
  await page.getByLabel(/留个邮箱/).fill('mei@example.com')
  await page.getByRole('button', { name: '我也遇到了，修好告诉我' }).click()
  await page.getByRole('heading', { name: '收到您的反馈了' }).waitFor()
  await until(async () => {
    const found = await owner.call(showProblem, { params: { problemId } })
    expect(found).toMatchObject({ cases: 1, customers: 1 })
  })
  await page.goto(`/p/${owner.slug}`)
  await box().fill('付款页面闪退好几次了')
  await page.getByText('您已经加入，修好会告诉您').waitFor()
  expect(await page.getByRole('button', { name: '我也遇到了，修好告诉我' }).count()).toBe(0)
})

test('what resembles an open case of this device is offered as an addition, and added if wanted', async () => {
  const { page } = customer
  await page.getByText('您今天反馈过类似的事，还没办结').waitFor()
  await page.getByRole('button', { name: '是另一件事' }).click()
  await page.getByText('您今天反馈过类似的事').waitFor({ state: 'detached' })
  await page.reload()
  await box().fill('付款页面闪退，刚才点付款的时候又闪退')
  await page.getByRole('button', { name: /^补充到 HY-/ }).click()
  await page.getByText('付款页面闪退，刚才点付款的时候又闪退').first().waitFor()
  const { items } = await owner.call(listCases, { query: { view: 'all' } })
  expect(items).toHaveLength(1)
})

test('submitting works with suggestions out of reach, and nothing is said of them', async () => {
  const { page } = customer
  await page.route('**/suggestions', (route) => route.abort())
  await page.goto(`/p/${owner.slug}`)
  await box().fill('收到的盲盒又少了一个，拆箱视频在')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('heading', { name: '收到您的反馈了' }).waitFor()
  await page.unroute('**/suggestions')
})

test('the agent sees the answer beside the case and puts it into the reply with one key', async () => {
  const { page } = agent
  await page.goto(`/console/w/${owner.slug}/inbox?view=all&sort=newest`)
  await page.getByRole('link', { name: /盲盒又少了一个/ }).click()
  await page.getByText('可能用得上的答案').waitFor()
  await page.keyboard.press('i')
  const reply = page.getByRole('textbox', { name: '回复' })
  await expect.poll(() => reply.inputValue()).toBe('请附上照片。\n- 外箱\n- 全部物品')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('log').getByText('请附上照片。').waitFor()
  expect(agent.trouble).toEqual([])
  expect(customer.trouble.filter((line) => !line.includes('/suggestions'))).toEqual([])
})
