/** Every page in both languages, both themes, at a desk and on a phone: nothing broken, nothing foreign. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepPicturesOfFailures, launchBrowser } from './browser.ts'
import { liveIn, type Pages } from './lived-in.ts'
import { faultsOf, settled } from './page-faults.ts'
import { anOwner, type Owner, type Served, serve } from './served.ts'
import { desk, phone, visit } from './visitor.ts'

let browser: Browser
keepPicturesOfFailures(() => browser)
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('the look itself finds what is wrong', async () => {
  const page = await browser.newPage({ viewport: phone })
  await page.setContent(`<html lang="en"><title>x</title><body>
    <p>cases.filters.none</p><p>undefined 件</p><p>This page was never translated at all</p>
    <input><button></button><a href="/"><svg></svg></a><img src="x" alt="picture">
    <i id="one"></i><i id="one"></i><div style="width: 2000px">宽</div></body></html>`)
  const kinds = (await faultsOf(page, 'zh-CN')).map((fault) => fault.split(':')[0])
  for (const kind of ['lang', 'wider than the screen', 'raw key', 'nonsense', 'other language'])
    expect(kinds).toContain(kind)
  expect(kinds.filter((kind) => kind === 'no name')).toHaveLength(3)
  expect(kinds).toContain('id twice')
  expect((await faultsOf(page, 'en')).join()).toContain('other language: 宽')
  await page.close()
})

describe.each([
  { locale: 'zh-CN', name: '蓝鲸小店' },
  { locale: 'en', name: 'Blue Whale Store' },
] as const)('in $locale', ({ locale, name }) => {
  let served: Served
  let owner: Owner
  let pages: Pages
  beforeAll(async () => {
    served = await serve()
    owner = await anOwner(served, {
      locale,
      name,
      ownerName: locale === 'en' ? 'Lin Zhou' : '林舟',
    })
    pages = await liveIn(served, owner, locale)
  })
  afterAll(() => served?.stop())

  describe.each([
    { place: 'at a desk', size: desk },
    { place: 'on a phone', size: phone },
  ])('$place', ({ size }) => {
    test.each(['outside', 'console', 'portal'] as const)('every page of: %s', async (part) => {
      const looks = { size, locale, ...(part === 'console' ? { as: owner } : {}) }
      const { page, context, trouble } = await visit(browser, served.address, looks)
      const found: Record<string, string[]> = {}
      for (const address of pages[part]) {
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto('about:blank')
        await page.goto(address)
        const faults = await settled(page).then(
          () => faultsOf(page, locale),
          (error) => [String(error)],
        )
        await page.emulateMedia({ colorScheme: 'dark' })
        await expect.poll(() => page.evaluate<number>(brightness)).toBeLessThan(80)
        faults.push(...trouble.splice(0))
        if (faults.length > 0) found[address.replace(owner.slug, 'SLUG')] = faults
      }
      await context.close()
      expect(found).toEqual({})
    })
  })
})

/** Of the ground of the page, 0–255. */
const brightness = `(() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)
  return (red + green + blue) / 3
})()`
