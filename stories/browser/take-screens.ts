/**
 * Takes the pictures of the readme from the sample workspace, as people would see it:
 * node stories/browser/take-screens.ts [folder]
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { answerCustomer } from '../../contract/case-work.ts'
import { type CaseDetail, listCases, showCase } from '../../contract/cases.ts'
import { submitFeedback } from '../../contract/feedback.ts'
import { loadSample, readSample } from '../../contract/sample.ts'
import { launchBrowser } from './browser.ts'
import { settled } from './page-faults.ts'
import { anOwner, anyone, type Owner, serve } from './served.ts'
import { until } from './until.ts'
import { phone, visit } from './visitor.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../docs/screens')
const sampleTakesMs = 300_000

await mkdir(folder, { recursive: true })
const served = await serve()
const browser = await launchBrowser()
try {
  const owner = await anOwner(served, { name: '青禾小店' })
  const sample = await theSample(owner)
  await takeConsole(sample)
  await takePortal(sample)
} finally {
  await browser.close()
  await served.stop()
}

/** The same owner, in the sample workspace. */
async function theSample(owner: Owner): Promise<Owner> {
  await owner.call(loadSample)
  const slug = await until(async () => {
    const { state, slug, progress } = await owner.call(readSample)
    if (state !== 'ready' || !slug) throw new Error(`the sample is ${state}, ${progress}`)
    return slug
  }, sampleTakesMs)
  return {
    ...owner,
    slug,
    call: anyone(served.address, { cookie: owner.cookie, 'x-workspace': slug }),
  }
}

async function takeConsole(owner: Owner): Promise<void> {
  const { page } = await visit(browser, served.address, { as: owner })
  const inside = (path: string) => page.goto(`/console/w/${owner.slug}/${path}`)
  await inside(`inbox/${await tellingCase(owner)}?view=open`)
  await take(page, 'inbox')
  await inside('insights')
  await take(page, 'dashboard')
}

/** Of the newest open cases, one in Chinese with much to see. */
async function tellingCase({ call }: Owner): Promise<string> {
  const { items } = await call(listCases, { query: { view: 'open', limit: 12 } })
  const details = await Promise.all(
    items.map(({ id }) => call(showCase, { params: { caseId: id } })),
  )
  const worth = (detail: CaseDetail) =>
    (/[一-龥]{8}/.test(detail.title) ? 10 : 0) +
    (detail.reading?.risks.length ? 3 : 0) +
    (detail.assignee ? 1 : 0) +
    (detail.entry === 'complaint' ? 2 : 0) +
    Math.min(detail.messages.length, 6) * 2
  const [best] = details.sort((a, b) => worth(b) - worth(a))
  if (!best) throw new Error('the sample has no open case')
  return best.id
}

async function takePortal(owner: Owner): Promise<void> {
  const { page } = await visit(browser, served.address, { size: phone })
  await page.goto(`/p/${owner.slug}`)
  await page.getByRole('radio', { name: /投诉/ }).check()
  await page
    .getByRole('textbox', { name: '发生了什么' })
    .fill('盲盒拆开少了一只，说好三天补发，十一天了还在集运仓。')
  await page.evaluate('document.activeElement.blur()')
  await take(page, 'portal')

  const receipt = await anyone(served.address)(submitFeedback, {
    params: { workspace: owner.slug },
    body: {
      entry: 'complaint',
      text: '盲盒拆开少了一只，说好三天补发，十一天了还在集运仓。',
      contact: { name: '林小满' },
      submissionKey: crypto.randomUUID(),
    },
  })
  const caseId = await until(async () => {
    const query = { view: 'all', q: `HY-${receipt.number}` } as const
    const { items } = await owner.call(listCases, { query })
    if (!items[0]) throw new Error('no case yet')
    return items[0].id
  })
  const text = '查到了：补发的那只错分到华南线，已经拦截。今天改发顺丰特快，明天 18 点前送到。'
  await owner.call(answerCustomer, { params: { caseId }, body: { text } })
  await page.goto(new URL(receipt.trackUrl, served.address).href)
  await page.getByText('问题解决了吗？').waitFor()
  await take(page, 'track')
}

/** Few colours make small files; nobody sees the difference. */
async function take(page: Page, name: string): Promise<void> {
  await settled(page)
  // Charts grow into their size.
  await page.waitForTimeout(1000)
  const picture = await page.screenshot()
  const file = join(folder, `${name}.png`)
  const { size } = await sharp(picture).png({ palette: true, effort: 10 }).toFile(file)
  console.log(`${file} ${Math.round(size / 1000)} kB`)
}
