/**
 * Takes the pictures of the readme from the sample workspace, as people would see it:
 * node stories/browser/take-screens.ts [folder]
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { addNote, answerCustomer, assignCase } from '../../contract/case-work.ts'
import { listCases } from '../../contract/cases.ts'
import { type Receipt, submitFeedback } from '../../contract/feedback.ts'
import { uploadEvidence } from '../../contract/files.ts'
import { loadSample, readSample } from '../../contract/sample.ts'
import { addToCase } from '../../contract/track.ts'
import { readViewer } from '../../contract/workspaces.ts'
import { launchBrowser } from './browser.ts'
import { settled } from './page-faults.ts'
import { anOwner, anyone, type Owner, serve } from './served.ts'
import { until } from './until.ts'
import { phone, visit } from './visitor.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../docs/screens')
const sampleTakesMs = 300_000

const said = '盲盒拆开少了一只，客服说好三天补发，今天第十一天还卡在集运仓。再不处理我就打12315。'
const found =
  '林女士您好，查到了：补发的那只被错分到华南线，已经拦截。今天改发顺丰特快，明天 18 点前到。'

await mkdir(folder, { recursive: true })
const served = await serve()
const browser = await launchBrowser()
try {
  const owner = await anOwner(served, { name: '青禾小店' })
  const sample = await theSample(owner)
  await takeConsole(sample, await takePortal(sample))
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

/** The customer's side of one case; answers which. */
async function takePortal(owner: Owner): Promise<string> {
  const { page } = await visit(browser, served.address, { size: phone })
  await page.goto(`/p/${owner.slug}`)
  await page.getByRole('radio', { name: /投诉/ }).check()
  await page.getByRole('textbox', { name: '发生了什么' }).fill(said)
  await page.evaluate('document.activeElement.blur()')
  await take(page, 'portal')

  const receipt = await complain(owner)
  const caseId = await until(async () => {
    const query = { view: 'all', q: `HY-${receipt.number}` } as const
    const [row] = (await owner.call(listCases, { query })).items
    if (!row?.kind) throw new Error('not read yet')
    return row.id
  })
  const params = { caseId }
  const { member } = await owner.call(readViewer)
  await owner.call(assignCase, { params, body: { assigneeId: member.id } })
  await owner.call(addNote, {
    params,
    body: { text: '已入集运仓，扫描后没有出库记录，请仓储核实。' },
  })
  await owner.call(answerCustomer, { params, body: { text: found } })
  await page.goto(new URL(receipt.trackUrl, served.address).href)
  await page.getByText('问题解决了吗？').waitFor()
  await take(page, 'track')
  await anyone(served.address, { authorization: `Claim ${receipt.number}-${receipt.claimCode}` })(
    addToCase,
    {
      params: { workspace: owner.slug, number: receipt.number },
      body: { text: '行，那我等着。单号记得发。', submissionKey: crypto.randomUUID() },
    },
  )
  return caseId
}

async function complain({ slug }: Owner): Promise<Receipt> {
  const customer = anyone(served.address)
  const evidence: string[] = []
  for (const [name, background] of [
    ['开箱', '#d9d2c3'],
    ['物流', '#c3d0cd'],
  ] as const) {
    const form = new FormData()
    const create = { width: 640, height: 480, channels: 3, background } as const
    const picture = await sharp({ create }).png().toBuffer()
    form.append('file', new File([new Uint8Array(picture)], `${name}.png`, { type: 'image/png' }))
    const params = { workspace: slug }
    evidence.push((await customer(uploadEvidence, { params, body: form })).ticket)
  }
  return customer(submitFeedback, {
    params: { workspace: slug },
    body: {
      entry: 'complaint',
      text: said,
      evidence,
      contact: { name: '林小满', phone: '13800002046' },
      submissionKey: crypto.randomUUID(),
    },
  })
}

async function takeConsole(owner: Owner, caseId: string): Promise<void> {
  const { page } = await visit(browser, served.address, { as: owner })
  await page.goto(`/console/w/${owner.slug}/inbox/${caseId}?view=open`)
  await page
    .getByRole('textbox', { name: '回复' })
    .fill('林女士，明天 18 点前送达，收到后麻烦您点一下「已解决」。')
  await page.evaluate('document.activeElement.blur()')
  await take(page, 'inbox')
  await page.goto(`/console/w/${owner.slug}/insights`)
  await take(page, 'dashboard')
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
