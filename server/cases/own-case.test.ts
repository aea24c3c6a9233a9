import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as caseWork from '../../contract/case-work.ts'
import * as contract from '../../contract/cases.ts'
import * as tracking from '../../contract/track.ts'
import { claimCode, customerActor, receiveMany } from '../feedback/index.ts'
import type { Actor } from '../platform/ctx.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { answerCustomer } from './answer-customer.ts'
import { aCase, type TestCase } from './testing.ts'
import { track as trackOf } from './track.ts'

let product: Product
let workspace: TestWorkspace
let found: TestCase
const hour = 3_600_000

beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
})
afterAll(() => product.close())
beforeEach(async () => {
  found = await aCase().from('梅').saying('退款一直没有到账').in(workspace)
})

const holder = (of: { feedbackId: string; number: number } = found) =>
  product.as({
    authorization: `Claim ${of.number}-${claimCode(workspace.ctx(), of.feedbackId)}`,
  })
const params = (of: { number: number } = found) => ({
  workspace: workspace.slug,
  number: of.number,
})
const track = (of = found) => holder(of)(tracking.track, { params: params(of) })
const key = () => crypto.randomUUID()
const add = (text: string, submissionKey = key(), evidence: string[] = []) =>
  holder()(tracking.addToCase, { params: params(), body: { text, submissionKey, evidence } })
const urge = () => holder()(tracking.urgeCase, { params: params(), body: {} })
const withdraw = (reason = '') =>
  holder()(tracking.withdrawCase, { params: params(), body: { reason } })
const verdict = (solved: boolean, text = '') =>
  holder()(tracking.confirmCase, { params: params(), body: { solved, text } })

const agent = () => product.as(workspace.members.agent.headers)
const answer = (more = {}) =>
  agent()(caseWork.answerCustomer, {
    params: { caseId: found.id },
    body: { text: '今天到账', ...more },
  })
const close = (resolution: 'solved' | 'no_reply' | 'duplicate' = 'solved') =>
  agent()(caseWork.closeCase, { params: { caseId: found.id }, body: { resolution } })
const show = () => agent()(contract.showCase, { params: { caseId: found.id } })
const code = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  )
const steps = (view: tracking.TrackView) => view.timeline.map(({ step }) => step)

describe('the track page', () => {
  test('tells what happened in plain steps, and nothing that is only for the team', async () => {
    await agent()(caseWork.addNote, { params: { caseId: found.id }, body: { text: '内部备注' } })
    await agent()(caseWork.assignCase, {
      params: { caseId: found.id },
      body: { assigneeId: workspace.members.agent.id },
    })
    await answer()
    await close()
    const view = await track()
    expect(steps(view)).toEqual(['received', 'assigned', 'answered', 'closed'])
    expect(view).toMatchObject({
      number: found.number,
      state: 'closed',
      promise: 'kept',
      handler: workspace.members.agent.name,
      can: ['add', 'confirm', 'ask_erasure'],
    })
    expect(JSON.stringify(view)).not.toContain('内部备注')
    expect(view.messages.map(({ direction }) => direction)).toEqual(['notice', 'out', 'notice'])
  })

  test('names the author of each answer; programs and those who have left are just us', async () => {
    const { agent: first, supervisor: second } = workspace.members
    const reply = (actor: Actor, text: string) =>
      answerCustomer(product.ctx(workspace.id, actor), { caseId: found.id, text, evidence: [] })
    await reply(first.ctx.actor, '我来查')
    await reply(second.ctx.actor, '查到了')
    await reply({ ...first.ctx.actor, kind: 'key', name: '机器人' }, '单号在这里')
    const authors = async () =>
      (await track()).messages.filter(({ direction }) => direction === 'out').map((m) => m.author)
    expect(await authors()).toEqual([first.name, second.name, null])
    const active = (is: boolean) =>
      product.platform.db
        .updateTable('members')
        .set({ active: is })
        .where('workspace_id', '=', workspace.id)
        .where('id', '=', second.id)
        .execute()
    await active(false)
    expect(await authors()).toEqual([first.name, null, null])
    await active(true)
  })

  test('opens only with its own code', async () => {
    const other = await aCase().in(workspace)
    const stranger = holder(other)(tracking.track, { params: params(found) })
    expect(await code(stranger)).toBe('not_found')
    expect(await code(product.as()(tracking.track, { params: params() }))).toBe('not_signed_in')
  })

  test('answers before the case is open, and acting then opens it', async () => {
    const ctx = workspace.ctx()
    const [outcome] = await receiveMany(ctx, {
      channelId: ctx.newId(),
      channelKind: 'portal',
      items: [{ entry: 'feedback', text: '刚提交' }],
    })
    if (!outcome || outcome.state === 'rejected') throw new Error('refused')
    const view = await track(outcome as never)
    expect(view).toMatchObject({
      state: 'open',
      text: '刚提交',
      can: ['add', 'urge', 'withdraw', 'ask_erasure'],
    })
    const after = await holder(outcome)(tracking.addToCase, {
      params: params(outcome),
      body: { text: '再补充', submissionKey: key() },
    })
    expect(after.messages.map(({ direction }) => direction)).toEqual(['notice', 'in'])
    await product.drain()
    expect((await track(outcome as never)).messages).toHaveLength(2)
  })

  test('of words that joined an earlier case shows that case under their own number', async () => {
    const first = await aCase().knownAs('t-1').saying('打不开').in(workspace)
    const second = await aCase().knownAs('t-1').saying('还是打不开').in(workspace)
    const view = await trackOf(product.ctx(workspace.id, customerActor(second.feedbackId)))
    expect(view.number).toBe(second.number)
    expect(view.text).toBe('打不开')
    expect(view.messages.filter(({ direction }) => direction === 'in')).toHaveLength(1)
    expect(first.id).toBe(second.id)
  })
})

describe('saying more', () => {
  test('twice under one key is once, and opens a closed case again', async () => {
    await answer()
    await close()
    const same = key()
    const [one, two] = await Promise.all([add('还是没到', same), add('还是没到', same)])
    expect(one.state).toBe('open')
    expect(two.messages.filter(({ text }) => text === '还是没到')).toHaveLength(1)
    expect(steps(two).slice(-3)).toEqual(['added', 'reopened', 'assigned'])
    expect((await show()).happenings.filter(({ type }) => type === 'case.added')).toHaveLength(1)
  })

  test('with nothing in it is refused', async () => {
    expect(await code(add(''))).toBe('nothing_said')
    expect(await code(add('', key(), ['forged']))).toBe('evidence_unknown')
  })

  test('stops an answer written without having seen it', async () => {
    const seen = (await show()).messages.at(-1)?.id
    await add('等等，到账了一半')
    expect(await code(answer({ seenMessageId: seen }))).toBe('newer_message')
    const newest = (await show()).messages.at(-1)?.id
    expect(await code(answer({ seenMessageId: newest }))).toBeNull()
  })

  test('at the same moment as an answer: whoever is second, nothing is overlooked', async () => {
    const seen = (await show()).messages.at(-1)?.id
    const [answered] = await Promise.all([code(answer({ seenMessageId: seen })), add('等等')])
    const { state, messages } = await show()
    const order = messages.map(({ direction }) => direction)
    if (answered === null) expect(order.indexOf('out')).toBeLessThan(order.lastIndexOf('in'))
    else expect(answered).toBe('newer_message')
    expect(state).toBe('open')
  })
})

describe('催办', () => {
  test('counts once in four hours and makes the case more pressing', async () => {
    const before = (await show()).priority
    const view = await urge()
    expect(view.can).not.toContain('urge')
    expect(view.urgeAgainAt).not.toBeNull()
    expect(await code(urge())).toBe('urged_recently')
    const shown = await show()
    expect(shown.urges).toBe(1)
    expect(shown.priority).not.toBe(before)
    product.pass(4 * hour)
    expect((await urge()).timeline.filter(({ step }) => step === 'urged')).toHaveLength(2)
  })

  test('twice at once counts once; a closed case cannot be urged', async () => {
    const codes = await Promise.all([code(urge()), code(urge())])
    expect(codes.filter((one) => one === null)).toHaveLength(1)
    await answer()
    await close()
    expect(await code(urge())).toBe('case_already_closed')
  })
})

test('what was taken back in time is owed nothing, and stays taken back', async () => {
  const view = await withdraw('找到了')
  expect(view).toMatchObject({
    state: 'closed',
    resolution: 'withdrawn',
    promise: 'void',
    can: ['ask_erasure'],
  })
  expect(steps(view).at(-1)).toBe('withdrawn')
  expect(view.messages.at(-1)).toMatchObject({ direction: 'in', text: '找到了' })
  expect(await code(withdraw())).toBe('case_already_closed')
  expect(await code(add('又想起来了'))).toBe('case_withdrawn')
  expect(await code(verdict(true))).toBe('nothing_to_confirm')
})

describe('the verdict', () => {
  test('needs something to judge', async () => {
    expect(await code(verdict(true))).toBe('nothing_to_confirm')
  })
  test.each(['no_reply', 'duplicate'] as const)('is not given of %s', async (resolution) => {
    await answer()
    await close(resolution)
    expect((await track()).can).toEqual(['add', 'ask_erasure'])
    for (const solved of [true, false])
      expect(await code(verdict(solved, '没有'))).toBe('nothing_to_confirm')
    expect(await track()).toMatchObject({ state: 'closed', resolution })
    expect((await track()).messages.filter(({ direction }) => direction === 'in')).toEqual([])
  })
  test('solved ends the case', async () => {
    await answer()
    const view = await verdict(true, '谢谢')
    expect(view).toMatchObject({ state: 'closed', resolution: 'solved' })
    expect(steps(view).slice(-2)).toEqual(['confirmed', 'closed'])
    expect(view.can).not.toContain('confirm')
    expect((await show()).survey).toBeNull()
  })
  test('an answer that is clear ends a suggestion as explained', async () => {
    found = await aCase().as('suggestion').saying('希望能改收货地址').in(workspace)
    await answer()
    const view = await verdict(true)
    expect(view).toMatchObject({ state: 'closed', resolution: 'explained' })
    expect(view.timeline.at(-1)).toMatchObject({ step: 'closed', detail: 'explained' })
  })
  test('not solved opens it again with their words', async () => {
    await answer()
    await close()
    const view = await verdict(false, '只到了一半')
    expect(view.state).toBe('open')
    expect(steps(view).slice(-2)).toEqual(['rejected', 'assigned'])
    expect(view.messages.at(-1)).toMatchObject({ direction: 'in', text: '只到了一半' })
    const seen = (await show()).happenings.map(({ type }) => type)
    expect(seen.slice(-3)).toEqual(['case.rejected', 'case.reopened', 'case.assigned'])
  })
})
