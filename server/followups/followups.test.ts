import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  answerSurvey,
  changeSurvey,
  declineSurvey,
  openSurvey,
  readSurvey,
} from '../../contract/followups.ts'
import { casesById } from '../cases/index.ts'
import { reopenCase } from '../cases/reopen-case.ts'
import { aCase, type CaseBuilder } from '../cases/testing.ts'
import { track } from '../cases/track.ts'
import { withdrawCase } from '../cases/withdraw-case.ts'
import { messagesOf } from '../feedback/index.ts'
import { surveyToken } from '../platform/ids.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { loadSurveyPreset } from './index.ts'
import {
  asked as askedAbout,
  closeAgain,
  closed,
  dayMs,
  happenedIn,
  invitationsTo,
  surveyOfCase,
} from './testing.ts'

let product: Product
let shop: TestWorkspace
let other: TestWorkspace

beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  other = await aWorkspace(product)
  for (const workspace of [shop, other])
    await workspace.ctx().write((tx) => loadSurveyPreset(tx, 'store'))
})
afterAll(() => product.close())
beforeEach(() => {
  product.outbox.length = 0
})

const invitations = (caseId: string) => invitationsTo(product, caseId)
const theCase = async (caseId: string) => (await casesById(shop.ctx(), [caseId])).get(caseId)
const eventsOf = (caseId: string) => happenedIn(product, caseId)
const params = (token: string) => ({ workspace: shop.slug, token })
const open = (token: string) => product.as()(openSurvey, { params: params(token) })
const answer = (token: string, score: number, comment = '') =>
  product.as()(answerSurvey, { params: params(token), body: { score, comment } })
const asked = (builder?: CaseBuilder) => askedAbout(product, shop, builder)

describe('a case that is open again', () => {
  it('does not ask on its page whether it helped; closed again, it does', async () => {
    const { id, customer } = await asked()
    const page = () => track(product.platform.ctx(shop.id, customer))
    expect((await page()).survey).not.toBeNull()
    await reopenCase(shop.ctx('agent'), { caseId: id, reason: '' })
    expect((await page()).survey).toBeNull()
    await closeAgain(product, shop, id)
    expect((await page()).survey).not.toBeNull()
  })

  it('and is taken back then, asks nothing', async () => {
    const { id, customer } = await asked()
    await reopenCase(shop.ctx('agent'), { caseId: id, reason: '' })
    const ctx = product.platform.ctx(shop.id, customer)
    expect((await withdrawCase(ctx, { workspace: shop.slug, number: 1, reason: '' })).survey).toBe(
      null,
    )
  })
})

describe('an answer', () => {
  it('counts once among fifty at the same moment', async () => {
    const { id, token } = await asked()
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => answer(token, (i % 3) + 3)),
    )
    const won = results.filter(({ status }) => status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ status: 409, code: 'survey_answered' })
    expect((await eventsOf(id)).filter((type) => type === 'survey.answered')).toHaveLength(1)
    expect(await theCase(id)).toMatchObject({ survey_token: null, state: 'closed' })
    expect(await open(token)).toMatchObject({
      state: 'answered',
      score: (await theCase(id))?.score,
    })
  })

  it('that is low opens the case again, more pressing, and the team reads why', async () => {
    const { id, token } = await asked(aCase().saying('包装盒有点压坏了'))
    expect((await theCase(id))?.priority).toBe('normal')
    await answer(token, 2, '还是没有退到账')
    await product.drain()
    expect(await theCase(id)).toMatchObject({
      state: 'open',
      score: 2,
      score_comment: '还是没有退到账',
      priority: 'high',
    })
    // Nobody had it: it is with who answered it, and the mail goes there.
    expect((await theCase(id))?.assignee_id).toBe(shop.members.agent.id)
    expect(product.outbox.map(({ to }) => to)).toEqual([shop.members.agent.email])
    const note = (await messagesOf(shop.ctx(), [id])).get(id)?.at(-1)
    expect(note?.direction).toBe('note')
    expect(note?.text).toContain('还是没有退到账')
    expect(await eventsOf(id)).toEqual(
      expect.arrayContaining(['survey.answered', 'case.reopened', 'case.noted']),
    )
  })

  it('that is good leaves it closed', async () => {
    const { id, token } = await asked()
    await answer(token, 3)
    expect(await theCase(id)).toMatchObject({ state: 'closed', score: 3, score_comment: '' })
  })

  it('comes too late after two weeks', async () => {
    const { token } = await asked()
    product.pass(14 * dayMs)
    await expect(answer(token, 5)).rejects.toMatchObject({ status: 409, code: 'survey_expired' })
    expect((await open(token)).state).toBe('expired')
  })

  it('goes to the newest survey of a case; the older one has ended', async () => {
    const { id, token } = await asked()
    await reopenCase(shop.ctx('agent'), { caseId: id, reason: '' })
    product.pass(6 * dayMs)
    await closeAgain(product, shop, id)
    const second = (await surveyOfCase(product, shop, id)) as string
    expect(second).not.toBe(token)
    await expect(answer(token, 5)).rejects.toMatchObject({ code: 'survey_expired' })
    expect((await answer(second, 4)).state).toBe('answered')
  })

  it.each([
    ['score', { score: 0 }],
    ['score', { score: 6 }],
    ['score', { score: 4.5 }],
    ['score', {}],
    ['comment', { score: 5, comment: 'x'.repeat(2001) }],
    ['comment', { score: 5, comment: 'a\u0000b' }],
    ['more', { score: 5, more: 1 }],
  ])('with a wrong %s is refused', async (path, body) => {
    const { token } = await asked()
    await expect(
      product.as()(answerSurvey, { params: params(token), body: body as never }),
    ).rejects.toMatchObject({ status: 400, problem: { fields: [{ path }] } })
  })
})

describe('a link', () => {
  it('that we did not make, or made for another workspace, opens nothing', async () => {
    const { token } = await asked()
    const id = token.split('.')[0] as string
    const { secret } = product.platform
    for (const wrong of [
      `${id}.0123456789ABCDEF`,
      `${id.replace(/^./, (c) => (c === '0' ? '1' : '0'))}.${token.split('.')[1]}`,
      surveyToken(secret, other.id, id),
      surveyToken(secret, shop.id, shop.ctx().newId()),
      'x'.repeat(53),
    ]) {
      await expect(open(wrong)).rejects.toMatchObject({ status: 404 })
      await expect(answer(wrong, 1)).rejects.toMatchObject({ status: 404 })
      await expect(
        product.as()(declineSurvey, { params: params(wrong), body: {} }),
      ).rejects.toMatchObject({ status: 404 })
    }
    await expect(
      product.as()(openSurvey, { params: { workspace: other.slug, token } }),
    ).rejects.toMatchObject({ status: 404 })
    expect((await open(token)).state).toBe('open')
  })
})

describe('a customer who declines', () => {
  it('is never asked again, about this or anything', async () => {
    const known = () => aCase().knownAs('customer-7').reachableAt('seven@example.test')
    const first = await asked(known().saying('第一件事'))
    const waiting = await closed(product, shop, known().saying('第二件事'))
    const declined = await product.as()(declineSurvey, { params: params(first.token), body: {} })
    expect(declined.state).toBe('declined')
    // Twice says the same.
    expect(
      (await product.as()(declineSurvey, { params: params(first.token), body: {} })).state,
    ).toBe('declined')
    await expect(answer(first.token, 5)).rejects.toMatchObject({ code: 'survey_expired' })
    expect(await surveyOfCase(product, shop, waiting.id)).toBeNull()
    const later = await closed(product, shop, known().saying('第三件事'))
    expect(await invitations(later.id)).toEqual([])
    expect((await theCase(first.id))?.survey_token).toBeNull()
    expect((await eventsOf(first.id)).filter((type) => type === 'survey.declined')).toHaveLength(1)
  })

  it('cannot take back an answer with it', async () => {
    const { token } = await asked()
    await answer(token, 5)
    await expect(
      product.as()(declineSurvey, { params: params(token), body: {} }),
    ).rejects.toMatchObject({ status: 409, code: 'survey_answered' })
  })
})

describe('the survey of a workspace', () => {
  it('is changed by admins, and the change is recorded', async () => {
    const admin = product.as(other.members.admin.headers)
    const before = await admin(readSurvey)
    expect(before).toMatchObject({ active: true, delayHours: 48, openDays: 14, lowScore: 2 })
    const after = await admin(changeSurvey, { body: { ...before, delayHours: 0, lowScore: 0 } })
    expect(after).toMatchObject({ delayHours: 0, lowScore: 0 })
    expect(await admin(readSurvey)).toEqual(after)
    await expect(
      product.as(other.members.agent.headers)(changeSurvey, { body: before }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('keeps what was set when the preset is loaded again', async () => {
    await other.ctx().write((tx) => loadSurveyPreset(tx, 'wallet'))
    expect((await product.as(other.members.admin.headers)(readSurvey)).delayHours).toBe(0)
  })
})
