/** A customer asks that what is known of them be deleted; a supervisor looks at what there is, and does it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCustomer } from '../../contract/case-work.ts'
import { showCase } from '../../contract/cases.ts'
import { type Receipt, submitFeedback } from '../../contract/feedback.ts'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { anOwner, anyone, type Owner, type Served, serve } from './served.ts'
import { until } from './until.ts'
import { phone, type Visitor, visit } from './visitor.ts'

let served: Served
let browser: Browser
let owner: Owner
let receipt: Receipt
let customer: Visitor

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await anOwner(served)
  receipt = await anyone(served.address)(submitFeedback, {
    params: { workspace: owner.slug },
    body: {
      entry: 'complaint',
      text: '门锁的指纹怎么也录不上',
      contact: { name: '江晓梅', email: 'mei@example.test' },
      submissionKey: crypto.randomUUID(),
    },
  })
  const params = { caseId: receipt.feedbackId }
  await until(() => owner.call(showCase, { params }))
  await owner.call(answerCustomer, { params, body: { text: '江女士，换一把新锁给您。' } })
  customer = await visit(browser, served.address, { size: phone })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

test('the customer is told what it means before they ask, and sees that it was passed on', async () => {
  const { page } = customer
  await page.goto(`/p/${owner.slug}/t/${receipt.number}-${receipt.claimCode}`)
  await page.getByRole('button', { name: '删除我的信息' }).click()
  await page.getByText('删除后谁也找不回来').waitFor()
  await page.getByRole('button', { name: '先不删除' }).click()
  await page.getByRole('button', { name: '删除我的信息' }).click()
  await page.getByRole('button', { name: '要求删除' }).click()
  await page.getByText('已转给客服').waitFor()
  await page.getByText('您要求删除个人信息').waitFor()
  expect(await page.getByRole('button', { name: '删除我的信息' }).count()).toBe(0)
})

test('the team sees the wish, what there is, and that nobody brings it back; then it is gone', async () => {
  const { page, trouble } = await visit(browser, served.address, { as: owner })
  await page.goto(`/console/w/${owner.slug}/inbox?view=all`)
  await page.locator('.row .tag', { hasText: '要求删除' }).waitFor()
  await page.locator('a.row').first().click()
  await page.getByRole('button', { name: '查看并删除' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByText('邮箱 m***@example.test').waitFor()
  await asked.getByText('还没结案，会同时结案').waitFor()
  const erase = asked.getByRole('button', { name: '删除联系方式和 1 件工单的内容' })
  await erase.click()
  await asked.getByText('请写明是谁、什么时候要求的').waitFor()
  await asked.getByText('请先勾选').waitFor()
  await asked.getByLabel('原因').fill('客户在进度页要求，已核对邮箱')
  await asked.getByText('我知道删除后谁也找不回来').click()
  await erase.click()
  await asked.waitFor({ state: 'detached' })
  await page.getByText('林舟 应客户要求删除了内容和附件：客户在进度页要求，已核对邮箱').waitFor()
  await page.locator('.side').getByText('联系方式已删除').waitFor()
  for (const gone of ['指纹', '江女士', '江晓梅'])
    expect(await page.getByText(gone).count(), gone).toBe(0)
  expect(trouble).toEqual([])
})

test('the track page still works, and says what became of it', async () => {
  const { page, trouble } = customer
  await page.reload()
  await page.getByText('已按您的要求删除内容和附件').waitFor()
  await page.getByText('已应客户要求删除').first().waitFor()
  expect(await page.getByText('指纹').count()).toBe(0)
  await page.getByRole('button', { name: '补充说明' }).waitFor()
  expect(trouble).toEqual([])
})
