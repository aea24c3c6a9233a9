/** Whom we ask whether it helped, and when. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeSurvey, declineSurvey, openSurvey, readSurvey } from '../../contract/followups.ts'
import { closeCase } from '../cases/close-case.ts'
import { casesById } from '../cases/index.ts'
import { reopenCase } from '../cases/reopen-case.ts'
import { aCase, manyCases } from '../cases/testing.ts'
import { journey } from '../journey.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { loadSurveyPreset, sendDueSurveys } from './index.ts'
import {
  asked,
  close,
  closeAgain,
  closed,
  dayMs,
  happenedIn,
  invitationsTo,
  surveyOfCase,
} from './testing.ts'

let product: Product
let shop: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  await shop.ctx().write((tx) => loadSurveyPreset(tx, 'store'))
})
afterAll(() => product.close())
beforeEach(() => {
  product.outbox.length = 0
})

const invitations = (caseId: string) => invitationsTo(product, caseId)
const theCase = async (caseId: string) => (await casesById(shop.ctx(), [caseId])).get(caseId)
const params = (token: string) => ({ workspace: shop.slug, token })
const open = (token: string) => product.as()(openSurvey, { params: params(token) })

describe('a closing is asked about', () => {
  it('two days later, on the track page and by mail with one-tap scores', async () => {
    const made = await closed(product, shop, aCase().reachableAt('mei@example.test'))
    product.pass(2 * dayMs - 60_000)
    await sendDueSurveys(product.platform)
    expect((await theCase(made.id))?.survey_token).toBeNull()
    const token = await surveyOfCase(product, shop, made.id)
    expect(token).toMatch(/^[0-9a-f-]{36}\.[0-9A-Z]{16}$/)
    const mail = product.outbox.find(({ subject }) => subject.includes('处理得怎么样'))
    expect(mail?.text).toContain(`/p/${shop.slug}/s/${token}?score=5`)
    expect(mail?.text).toContain('这件事，您对我们的处理满意吗？')
    expect(await open(token as string)).toMatchObject({
      workspaceName: '蓝鲸小店',
      number: made.number,
      state: 'open',
      score: null,
    })
  })

  it('once, however often the reaction runs', async () => {
    const made = await closed(product, shop, aCase())
    const invite = journey['case.closed'].find(({ name }) => name === 'followups.inviteToSurvey')
    const event = { data: { caseId: made.id, resolution: 'solved' } } as never
    await invite?.run(shop.ctx(), [event, event])
    await invite?.run(shop.ctx(), [event])
    expect(await invitations(made.id)).toHaveLength(1)
    await Promise.all([1, 2, 3].map(() => surveyOfCase(product, shop, made.id)))
    expect(
      (await happenedIn(product, made.id)).filter((type) => type === 'survey.due'),
    ).toHaveLength(1)
  })

  it.each(['duplicate', 'no_reply'] as const)(
    'but not when it was closed as %s',
    async (resolution) => {
      const made = await aCase().in(shop)
      await closeCase(shop.ctx('agent'), { caseId: made.id, resolution })
      await product.drain()
      expect(await invitations(made.id)).toEqual([])
    },
  )

  it('but not when it is a record of the past', async () => {
    const made = await aCase().asHistory().saidAt(new Date('2025-06-01T00:00:00Z')).in(shop)
    const invite = journey['case.closed'].find(({ name }) => name === 'followups.inviteToSurvey')
    await product.drain()
    await invite?.run(shop.ctx(), [{ data: { caseId: made.id, resolution: 'solved' } } as never])
    expect(await invitations(made.id)).toEqual([])
  })

  it('but not when it was opened again before', async () => {
    const made = await closed(product, shop, aCase().reachableAt('lan@example.test'))
    await reopenCase(shop.ctx('agent'), { caseId: made.id, reason: '' })
    await product.drain()
    expect(await invitations(made.id)).toMatchObject([{ cancelled_at: expect.any(Date) }])
    expect(await surveyOfCase(product, shop, made.id)).toBeNull()
    product.pass(60_000)
    await closeAgain(product, shop, made.id)
    expect(await invitations(made.id)).toHaveLength(2)
    // The first reopening is looked at again, late: the second invitation stays.
    const cancel = journey['case.reopened'].find(
      ({ name }) => name === 'followups.cancelInvitations',
    )
    await cancel?.run(shop.ctx(), [{ data: { caseId: made.id, why: 'member' } } as never])
    expect(await surveyOfCase(product, shop, made.id)).not.toBeNull()
  })

  it('but not when the survey was switched off meanwhile', async () => {
    const made = await closed(product, shop, aCase())
    const settings = await product.as(shop.members.admin.headers)(readSurvey)
    const admin = product.as(shop.members.admin.headers)
    await admin(changeSurvey, { body: { ...settings, active: false } })
    expect(await surveyOfCase(product, shop, made.id)).toBeNull()
    await admin(changeSurvey, { body: settings })
    expect(await surveyOfCase(product, shop, made.id)).toBeNull()
  })

  it('with the questions that stood when it was closed', async () => {
    const made = await closed(product, shop, aCase())
    const admin = product.as(shop.members.admin.headers)
    const before = await admin(readSurvey)
    await admin(changeSurvey, { body: { ...before, scoreQuestion: '新的问题？' } })
    const token = await surveyOfCase(product, shop, made.id)
    expect((await open(token as string)).scoreQuestion).toBe(before.scoreQuestion)
    await admin(changeSurvey, { body: before })
  })
})

describe('nobody is asked about everything at once', () => {
  const skipped = (caseId: string) =>
    product.platform.db
      .selectFrom('events')
      .select('data')
      .where('case_id', '=', caseId)
      .where('type', '=', 'survey.skipped')
      .execute()

  it('of several cases closed together, one is asked about; the others say why not', async () => {
    const known = () => aCase().knownAs('customer-31')
    const first = await closed(product, shop, known().saying('少了一只'))
    const second = await closed(product, shop, known().saying('发票没开'))
    product.outbox.length = 0
    expect(await surveyOfCase(product, shop, first.id)).not.toBeNull()
    expect((await theCase(second.id))?.survey_token).toBeNull()
    expect(await skipped(first.id)).toEqual([])
    expect(await skipped(second.id)).toMatchObject([{ data: { askedAbout: first.number } }])
    await sendDueSurveys(product.platform)
    expect(await skipped(second.id)).toHaveLength(1)
  })

  it('guests who leave the same address are one person, and asked again after a week', async () => {
    const guest = () => aCase().reachableAt('same@example.test')
    const first = await closed(product, shop, guest().saying('第一件'))
    expect(await surveyOfCase(product, shop, first.id)).not.toBeNull()
    const second = await closed(product, shop, guest().saying('第二件'))
    expect(await surveyOfCase(product, shop, second.id)).toBeNull()
    product.pass(4 * dayMs)
    const third = await closed(product, shop, guest().saying('第三件'))
    expect(await surveyOfCase(product, shop, third.id)).not.toBeNull()
  })

  it('even when hundreds of guests typed the same address, all of them are looked at', async () => {
    const guests = (many: number) =>
      Array.from({ length: many }, () => ({
        entry: 'feedback' as const,
        text: '退款一直没有到账',
        author: { email: 'counter@example.test' },
      }))
    const waiting = (await manyCases(shop, guests(500))).slice(0, 100)
    await manyCases(shop, guests(200))
    for (const caseId of waiting) await close(shop, caseId)
    await product.drain()
    await surveyOfCase(product, shop, waiting[0] ?? '')
    const standing = [...(await casesById(shop.ctx(), waiting)).values()]
    expect(standing.filter(({ survey_token }) => survey_token !== null)).toHaveLength(1)
    for (const { id, survey_token } of standing)
      expect(await skipped(id)).toHaveLength(survey_token === null ? 1 : 0)
  })

  it('and who declined once is not asked under another name at the same address', async () => {
    const guest = () => aCase().reachableAt('never@example.test')
    const { token } = await asked(product, shop, guest())
    await product.as()(declineSurvey, { params: params(token), body: {} })
    product.pass(8 * dayMs)
    const later = await closed(product, shop, guest().from('另一个名字'))
    expect(await surveyOfCase(product, shop, later.id)).toBeNull()
    expect(await skipped(later.id)).toEqual([])
  })
})
