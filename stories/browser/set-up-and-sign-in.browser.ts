/** The first visit makes the workspace; then the way out, the way in, the second step, the devices. */
import { createHmac } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { type Served, serve } from './served.ts'
import { besidesRefusals, type Visitor, visit } from './visitor.ts'

const email = 'lin@whale.test'
const password = 'blue whale in the east'
let served: Served
let browser: Browser
let owner: Visitor
let secret: string
/** The thirty seconds whose code was used last: a code opens once. */
let usedStep = 0

keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  ;[served, browser] = await Promise.all([serve(), launchBrowser()])
  owner = await visit(browser, served.address)
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

test('the first visit sets up a workspace and lands in an empty inbox that says what to do', async () => {
  const { page } = owner
  await page.goto('/console')
  await page.waitForURL('**/console/setup')
  await page.getByRole('heading', { name: '欢迎使用回音' }).waitFor()
  await page.getByLabel('工作区名称').fill('蓝鲸小店')
  await page.getByLabel('业务类型').click()
  await page.getByTitle('电商店铺').click()
  await page.getByLabel('您的称呼').fill('林舟')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '建立工作区' }).click()
  await page.waitForURL(/\/console\/w\/[^/]+\/inbox/)
  await page.getByText('没有待处理的工单').waitFor()
  await page.getByText('把反馈页的地址发给客户').waitFor()
  const portal = page.getByRole('link', { name: '查看反馈页' })
  expect(await portal.getAttribute('href')).toMatch(/^\/p\/[a-z0-9-]+$/)
  await page.getByRole('link', { name: '导入表格' }).waitFor()
  await page.getByRole('link', { name: '示例数据' }).waitFor()
})

test('a second set-up is refused in words', async () => {
  const other = await visit(browser, served.address)
  await other.page.goto('/console/setup')
  await other.page.getByText('这里已经设置过了').waitFor()
  await other.page.getByRole('link', { name: '去登录' }).click()
  await other.page.getByRole('heading', { name: '登录' }).waitFor()
  await other.context.close()
})

test('out, refused with a wrong password, and in again to where one was', async () => {
  const { page } = owner
  await page.getByRole('button', { name: /^账号/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL('**/sign-in')
  await page.goto('/console/w/nowhere/settings/security').catch(() => {})
  await page.waitForURL(/sign-in/)
  await enter(page, 'not the password')
  await page.getByRole('alert').filter({ hasText: '邮箱或密码' }).waitFor()
  expect(page.url()).toContain('sign-in')
  await page.goto('/console/sign-in')
  await enter(page, password)
  await page.waitForURL(/\/console\/w\/[^/]+\/inbox/)
})

test('a second step is turned on with an authenticator, and then asked for', async () => {
  const { page } = owner
  await openSecurity(page)
  await page.getByRole('button', { name: '开启' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('请输入密码确认').fill(password)
  await dialog.getByRole('button', { name: '继续' }).click()
  await dialog.getByText('用身份验证器扫描二维码').waitFor()
  // As it is read off the screen, in groups of four.
  const shown = await dialog.locator('.copyable code').innerText()
  expect(shown).toMatch(/^\w{4}( \w{1,4})+$/)
  secret = shown.replaceAll(' ', '')
  await dialog.getByLabel('输入验证器显示的 6 位数字').fill('000000')
  await dialog.getByRole('button', { name: '开启' }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('输入验证器显示的 6 位数字').fill(nextCode())
  await dialog.getByRole('button', { name: '开启' }).click()
  await dialog.getByText('两步验证已开启').waitFor()
  expect(await dialog.locator('.codes span').count()).toBeGreaterThanOrEqual(8)
  expect(await dialog.locator('.copyable').count()).toBe(0)
  await dialog.getByRole('button', { name: '我已保存' }).click()
  await page.getByText('已开启', { exact: true }).waitFor()

  const other = await visit(browser, served.address)
  await other.page.goto('/console/sign-in')
  await enter(other.page, password)
  await other.page.getByRole('heading', { name: '两步验证' }).waitFor()
  const code = other.page.getByRole('textbox', { name: /6 位验证码/ })
  await code.fill('000000')
  await other.page.getByRole('button', { name: '验证', exact: true }).click()
  await other.page.getByRole('alert').waitFor()
  await code.fill(codeOf(secret, usedStep))
  await other.page.getByRole('button', { name: '验证', exact: true }).click()
  await other.page.getByText('这组验证码已经用过了').waitFor()
  await code.fill(nextCode())
  await other.page.getByRole('button', { name: '验证', exact: true }).click()
  await other.page.waitForURL(/\/console\/w\/[^/]+\/inbox/)
})

test('two devices are listed; the other one is signed out at a press', async () => {
  const { page } = owner
  await openSecurity(page)
  const devices = page.locator('.card', { hasText: '登录中的设备' }).locator('.line')
  await expect.poll(() => devices.count()).toBe(2)
  await devices.filter({ hasNotText: '当前设备' }).getByRole('button', { name: '退出' }).click()
  await expect.poll(() => devices.count()).toBe(1)
  const other = browser.contexts().at(-1)?.pages()[0]
  await other?.reload()
  await other?.waitForURL(/sign-in/)
  expect(besidesRefusals(owner.trouble)).toEqual([])
})

async function enter(page: Page, with_: string): Promise<void> {
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(with_)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function openSecurity(page: Page): Promise<void> {
  const [, slug] = /\/w\/([^/]+)/.exec(page.url()) ?? []
  await page.goto(`/console/w/${slug}/settings/security`)
  await page.getByRole('heading', { name: '账号安全' }).waitFor()
}

/** What the authenticator shows, or shows next: the server takes both, each once. */
function nextCode(): string {
  usedStep = Math.max(usedStep + 1, Math.floor(Date.now() / 30_000))
  return codeOf(secret, usedStep)
}

/** RFC 6238 with the usual 30 seconds, SHA-1 and six digits. */
function codeOf(base32: string, step: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
