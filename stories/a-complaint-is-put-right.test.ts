/** One real piece of feedback through every room, over HTTP: collect → … → tell. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as caseWork from '../contract/case-work.ts'
import * as cases from '../contract/cases.ts'
import type { Client } from '../contract/client.ts'
import { createFeedback, readPortal, submitFeedback } from '../contract/feedback.ts'
import { answerSurvey, openSurvey } from '../contract/followups.ts'
import {
  createProblem,
  createRelease,
  listReleases,
  publishRelease,
} from '../contract/improvements.ts'
import { readDashboard } from '../contract/insights.ts'
import * as tracking from '../contract/track.ts'
import { setUp } from '../contract/workspaces.ts'
import { schedule } from '../server/schedule.ts'
import { bootProduct, type Product } from '../server/testing/product.ts'

const hour = 3_600_000
const words = '充值两次都没到账，客服电话一直占线，再不处理我就打12315，手机13812345678'

let product: Product
let anyone: Client
let owner: Client
let slug: string
/** What the customer keeps: the address of the track page. */
let customer: Client
let number: number
let caseId: string

beforeAll(async () => {
  product = await bootProduct()
  anyone = product.as()
})
afterAll(() => product.close())

/** What happens by itself when a minute strikes, and what follows from it. */
async function theClockStrikes(): Promise<void> {
  for (const { run } of schedule) await run(product.platform)
  await product.drain()
}

const track = () => customer(tracking.track, { params: { workspace: slug, number } })
const show = () => owner(cases.showCase, { params: { caseId } })

describe('a complaint is put right', () => {
  it('an operator sets up a store and signs in', async () => {
    const email = 'lin@whale.example'
    const password = 'three whales in a bath'
    const made = await anyone(setUp, {
      body: { workspaceName: '蓝鲸小店', business: 'wallet', ownerName: '林岸', email, password },
    })
    slug = made.workspace
    const signedIn = await product.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'http://huiyin.test', host: 'huiyin.test' },
      payload: { email, password },
    })
    expect(signedIn.statusCode).toBe(200)
    const cookie = signedIn.cookies
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join('; ')
    owner = product.as({ cookie, 'x-workspace': slug })
  })

  it('a customer complains on the portal, with a mail address, and gets a number and a promise', async () => {
    const portal = await anyone(readPortal, { params: { workspace: slug } })
    const category = portal.categories.find(({ entry }) => entry === 'complaint')
    const fields = Object.fromEntries(
      (portal.templates.find(({ id }) => id === category?.templateId)?.fields ?? [])
        .filter(({ required }) => required)
        .map(({ key, choices, type }) => [
          key,
          choices[0]?.value ?? (type === 'when' ? '2026-03-06T09:00' : '两次'),
        ]),
    )
    const body = {
      entry: 'complaint' as const,
      text: words,
      categoryId: category?.id,
      fields,
      contact: { name: '陈屿', email: 'chen@example.com' },
      submissionKey: randomUUID(),
    }
    const receipt = await anyone(submitFeedback, { params: { workspace: slug }, body })
    number = receipt.number
    expect(new Date(receipt.promisedAt).getTime()).toBeGreaterThan(
      new Date(receipt.receivedAt).getTime(),
    )
    const again = await anyone(submitFeedback, { params: { workspace: slug }, body })
    expect(again).toMatchObject({ number, claimCode: receipt.claimCode, repeated: true })
    customer = product.as({ authorization: `Claim ${number}-${receipt.claimCode}` })
    expect((await track()).state).toBe('open')
  })

  it('it is understood, opened as one case, routed, and acknowledged on the page and by mail', async () => {
    await product.drain()
    const { items } = await owner(cases.listCases, { query: { q: '到账' } })
    expect(items).toHaveLength(1)
    const [row] = items
    expect(row).toMatchObject({
      number,
      entry: 'complaint',
      kind: 'complaint',
      sentiment: 'negative',
      state: 'open',
      promise: 'running',
    })
    expect(row?.risks).toContain('regulator')
    expect(row?.team).not.toBeNull()
    expect(row?.title).not.toContain('13812345678')
    caseId = row?.id ?? ''
    expect(product.outbox.at(-1)).toMatchObject({ to: 'chen@example.com' })
    expect(product.outbox.at(-1)?.text).toContain(String(number))
    const { timeline } = await track()
    expect(timeline.map(({ step }) => step)).toContain('received')
  })

  it('the team answers after the customer urges; the customer says it is not solved, then it is', async () => {
    product.pass(hour)
    expect(
      (await customer(tracking.urgeCase, { params: { workspace: slug, number }, body: {} }))
        .urgeAgainAt,
    ).not.toBeNull()
    await expect(
      customer(tracking.urgeCase, { params: { workspace: slug, number }, body: {} }),
    ).rejects.toMatchObject({ code: 'urged_recently' })
    const answered = await owner(caseWork.answerCustomer, {
      params: { caseId },
      body: { text: '陈先生您好，两笔都查到了，今天 18 点前原路退回。' },
    })
    expect(answered).toMatchObject({ state: 'waiting', promise: 'kept', urges: 1 })
    await product.drain()
    product.pass(60_000)
    await theClockStrikes()
    expect(product.outbox.at(-1)?.text).toContain('原路退回')
    expect((await track()).messages.at(-1)).toMatchObject({ direction: 'out' })
    const rejected = await customer(tracking.confirmCase, {
      params: { workspace: slug, number },
      body: { solved: false, text: '只退回来一笔' },
    })
    expect(rejected.state).toBe('open')
    await owner(caseWork.addNote, { params: { caseId }, body: { text: '第二笔卡在渠道，已催' } })
    await owner(caseWork.answerCustomer, {
      params: { caseId },
      body: { text: '第二笔也已退回，请查收。' },
    })
    expect((await track()).messages.some(({ text }) => text.includes('已催'))).toBe(false)
    const confirmed = await customer(tracking.confirmCase, {
      params: { workspace: slug, number },
      body: { solved: true },
    })
    expect(confirmed.state).toBe('closed')
    await product.drain()
  })

  it('a day later a survey asks once; a low score opens the case again', async () => {
    expect((await track()).survey).toBeNull()
    product.pass(25 * hour)
    await theClockStrikes()
    const token = (await track()).survey ?? ''
    expect(token).not.toBe('')
    expect(product.outbox.at(-1)?.text).toContain(token)
    expect((await anyone(openSurvey, { params: { workspace: slug, token } })).state).toBe('open')
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        anyone(answerSurvey, {
          params: { workspace: slug, token },
          body: { score: 1, comment: '拖了两天' },
        }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await product.drain()
    const alerts = product.outbox.filter(({ subject }) => subject.includes('只打了 1 分'))
    expect(alerts.map(({ to }) => to)).toEqual(['lin@whale.example'])
    expect(alerts[0]?.text).toContain('拖了两天')
    expect(alerts[0]?.text).not.toContain('13812345678')
    expect(await show()).toMatchObject({
      state: 'open',
      score: 1,
      survey: { score: 1, comment: '拖了两天' },
    })
  })

  it('the cause becomes a problem, a release fixes it, and the customer is told', async () => {
    const problem = await owner(createProblem, {
      body: { title: '充值回调丢失', caseIds: [caseId] },
    })
    await product.drain()
    await owner(caseWork.answerCustomer, {
      params: { caseId },
      body: { text: '让您久等了，非常抱歉，已补发一张免费券。' },
    })
    await owner(caseWork.closeCase, { params: { caseId }, body: { resolution: 'solved' } })
    const release = await owner(createRelease, {
      body: { name: '3.2.2', notes: '充值到账更快更稳', problemIds: [problem.id] },
    })
    await owner(publishRelease, { params: { releaseId: release.id }, body: {} })
    await product.drain()
    await product.drain()
    const told = (await track()).timeline.find(({ step }) => step === 'released')
    expect(told?.detail).toContain('3.2.2')
    expect(
      product.outbox.some(({ to, text }) => to === 'chen@example.com' && text.includes('3.2.2')),
    ).toBe(true)
    expect((await owner(listReleases)).items[0]).toMatchObject({ told: 1, toTell: 1 })
  })

  it('it all adds up', async () => {
    await owner(createFeedback, { body: { text: '挺好用的，谢谢' } })
    await product.drain()
    const seen = await owner(readDashboard)
    expect(seen.opened.value).toBe(2)
    expect(seen.byCategory.map(({ id }) => id)).toContain(null)
    for (const { behind, cases: counted } of [
      ...seen.byKind,
      ...seen.byCategory,
      ...seen.byChannel,
    ])
      expect((await owner(cases.listCases, { query: behind })).items).toHaveLength(counted)
    expect(seen.replyRate.value).toBe(1)
    expect(seen.firstReply.median.value).toBeGreaterThan(0.95 * hour)
    expect(seen.firstReply.median.value).toBeLessThan(1.05 * hour)
    expect(seen.satisfaction.value).toBe(1)
    for (const { behind, n } of [
      seen.opened,
      seen.replyRate,
      seen.satisfaction,
      seen.firstReply.median,
      seen.resolution.median,
      seen.unanswered,
    ])
      expect((await owner(cases.listCases, { query: behind })).items).toHaveLength(n)
  })
})
