import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import * as contract from '../../contract/assistant.ts'
import * as assistance from '../../contract/case-assistance.ts'
import { answerCustomer } from '../../contract/case-work.ts'
import { showCase } from '../../contract/cases.ts'
import { addToCase } from '../cases/add-to-case.ts'
import { aCase } from '../cases/testing.ts'
import * as like from '../testing/fake-model.ts'
import { bootProduct } from '../testing/product.ts'
import { answerOf, aWorkspace } from '../workspaces/testing.ts'
import { ask } from './index.ts'
import { type Assisted, anAssistedWorkspace, opinion, readNow, translation } from './testing.ts'

let life: Assisted
beforeAll(async () => {
  life = await anAssistedWorkspace()
}, 60_000)
afterAll(() => life.close())
beforeEach(() => life.recover())

/** Words the reading is sure of: no second opinion is asked for beside. */
const plain = '付款一直转圈，钱扣了订单没有'
const agent = () => life.product.as(life.workspace.members.agent.headers)
const owner = () => life.product.as(life.workspace.members.owner.headers)
const shown = (id: string) => agent()(showCase, { params: { caseId: id } })
const textOf = async (id: string, use: contract.AssistantUse) =>
  (await shown(id)).assistance?.texts.find((text) => text.use === use)
const sent = () => JSON.stringify(life.fake.asked.map(({ messages }) => messages))

describe('where there is no model', () => {
  test('nothing of it is seen, and nobody can switch it on', async () => {
    const bare = await bootProduct()
    try {
      const workspace = await aWorkspace(bare)
      const boss = bare.as(workspace.members.owner.headers)
      expect(await boss(contract.readAssistant)).toMatchObject({ endpoint: null, active: false })
      const { id } = await aCase().in(workspace)
      expect((await boss(showCase, { params: { caseId: id } })).assistance).toBeNull()
      const asking = { params: { caseId: id }, body: {} }
      expect(await answerOf(boss(assistance.draftAnswer, asking))).toBe('409 assistant_off')
      expect(await answerOf(boss(contract.changeAssistant, { body: { active: true } }))).toBe(
        '409 assistant_absent',
      )
    } finally {
      await bare.close()
    }
  })
})

describe('a workspace that has not switched it on', () => {
  test('sends nothing, whatever is said in it', async () => {
    const other = await aWorkspace(life.product)
    const boss = life.product.as(other.members.owner.headers)
    const one = await aCase().saying('这次算了下次再说').in(other)
    await life.product.drain()
    expect((await boss(showCase, { params: { caseId: one.id } })).assistance).toBeNull()
    expect(
      await answerOf(boss(assistance.summariseCase, { params: { caseId: one.id }, body: {} })),
    ).toBe('409 assistant_off')
    expect(life.fake.asked).toEqual([])
  })

  test('switched off again, what waits is not sent', async () => {
    const { id } = await aCase().in(life.workspace)
    await agent()(assistance.summariseCase, { params: { caseId: id }, body: {} })
    await life.change({ active: false })
    await life.product.drain()
    expect(life.fake.asked).toEqual([])
    await life.change({ active: true })
    expect(await textOf(id, 'summaries')).toMatchObject({ state: 'failed', failure: 'off' })
  })
})

test('nothing personal reaches the model, by whatever way', async () => {
  const secrets = ['13812342046', '110101199003071233', 'zhang.wei@example.com', '欧阳明珠']
  const one = await aCase()
    .from('欧阳明珠')
    .reachableAt('zhang.wei@example.com')
    .saying(
      `我是欧阳明珠，手机 ${secrets[0]}，身份证 ${secrets[1]}，邮箱 ${secrets[2]}，这次算了下次再说`,
    )
    .in(life.workspace)
  await readNow(life, one)
  const params = { caseId: one.id }
  await agent()(answerCustomer, {
    params,
    body: { text: `欧阳明珠您好，已给 ${secrets[0]} 发短信` },
  })
  await agent()(assistance.summariseCase, { params, body: {} })
  await agent()(assistance.draftAnswer, { params, body: {} })
  const to = { aboutId: one.feedbackId, locale: 'en' as const }
  await agent()(assistance.translateWords, { params, body: to })
  await life.product.drain()
  expect(life.fake.asked.length).toBeGreaterThanOrEqual(3)
  for (const secret of secrets) expect(sent()).not.toContain(secret)
  expect(sent()).toContain('138****2046')
})

describe('the budget', () => {
  test('of a day is not exceeded; the next day there is another', async () => {
    const { used } = await life.change({})
    await life.change({ dayTokens: used.today + 2000 })
    try {
      const { id } = await aCase().in(life.workspace)
      const params = { caseId: id }
      const outcomes: unknown[] = []
      for (let times = 0; times < 30; times += 1) {
        const outcome = await answerOf(agent()(assistance.summariseCase, { params, body: {} }))
        await life.product.drain()
        outcomes.push(outcome === 'served' ? (await textOf(id, 'summaries'))?.failure : outcome)
        life.product.pass(61_000)
      }
      expect(outcomes[0]).toBeNull()
      expect(outcomes.at(-1)).toMatch(/over_budget/)
      const view = await owner()(contract.readAssistant)
      expect(view.used.today).toBeLessThanOrEqual(used.today + 2000)
      life.product.pass(24 * 3_600_000)
      expect((await owner()(contract.readAssistant)).used.today).toBe(0)
      expect(await answerOf(agent()(assistance.summariseCase, { params, body: {} }))).toBe('served')
      await life.product.drain()
      expect((await textOf(id, 'summaries'))?.state).toBe('ready')
    } finally {
      await life.change({ dayTokens: null })
    }
  })

  test('counts what the provider counted, by day and use', async () => {
    const before = (await owner()(contract.readAssistant)).used.today
    const { id } = await aCase().saying(plain).in(life.workspace)
    await agent()(assistance.summariseCase, { params: { caseId: id }, body: {} })
    await life.product.drain()
    const { used, days } = await owner()(contract.readAssistant)
    expect(used.today - before).toBe(150)
    expect(days[0]).toMatchObject({ use: 'summaries' })
  })

  test('holds when many ask at once', async () => {
    const { used } = await life.change({})
    await life.change({ dayTokens: used.today + 3000 })
    try {
      const prompt = {
        task: '回答 "next"',
        material: '字'.repeat(600),
        answer: z.object({ summary: z.string() }),
        example: { summary: '' },
        mostTokens: 500,
      }
      const asked = Array.from({ length: 8 }, () =>
        ask(life.ctx(), 'summaries', prompt).then(
          () => 'ready',
          (error: { code: string }) => error.code,
        ),
      )
      const outcomes = await Promise.all(asked)
      expect(outcomes).toContain('ready')
      expect(outcomes).toContain('over_budget')
    } finally {
      await life.change({ dayTokens: null })
    }
  })
})

describe('a second opinion', () => {
  test('is asked for where the reading is unsure, and stands beside it', async () => {
    const one = await aCase().saying('这次算了下次再说').in(life.workspace)
    await readNow(life, one)
    const { assistance: given, kind, reading } = await shown(one.id)
    expect(given?.opinion).toMatchObject({
      kind: opinion.kind,
      topics: ['function'],
      generator: 'ai',
      model: 'fake-model-2026',
    })
    expect(kind).toBe(reading?.kind.label)
    expect(kind).not.toBe(opinion.kind)
    await readNow(life, one)
    expect(life.fake.asked).toHaveLength(1)
  })

  test('is not asked for where it is sure, nor of the past', async () => {
    await readNow(life, await aCase().saying('打开就闪退，支付失败').in(life.workspace))
    await readNow(life, await aCase().saying('这次算了下次再说').asHistory().in(life.workspace))
    expect(life.fake.asked).toEqual([])
  })

  test('that cannot be had leaves the reading alone', async () => {
    life.fake.behaves(like.wrongShape)
    const one = await aCase().saying('这次算了下次再说').in(life.workspace)
    await readNow(life, one)
    const { assistance: given, reading } = await shown(one.id)
    expect(given?.opinion).toBeNull()
    expect(reading?.kind.label).toBeDefined()
  })
})

test('a translation stands beside what it translates; words of another case are not found', async () => {
  const [one, other] = [await aCase().in(life.workspace), await aCase().in(life.workspace)]
  const params = { caseId: one.id }
  await agent()(assistance.translateWords, {
    params,
    body: { aboutId: one.feedbackId, locale: 'en' },
  })
  await life.product.drain()
  expect(await textOf(one.id, 'translations')).toMatchObject({
    aboutId: one.feedbackId,
    locale: 'en',
    text: translation.translation,
  })
  const foreign = { aboutId: other.feedbackId, locale: 'en' as const }
  expect(await answerOf(agent()(assistance.translateWords, { params, body: foreign }))).toBe(
    '400 message_unknown',
  )
})

test('a case that has grown long is summarised by itself, once', async () => {
  const one = await aCase().in(life.workspace)
  const customer = life.product.ctx(life.workspace.id, one.customer)
  for (let n = 0; n < 11; n += 1) {
    await addToCase(customer, {
      workspace: life.workspace.slug,
      number: one.number,
      text: `再补充第 ${n} 点`,
      evidence: [],
      submissionKey: customer.newId(),
    })
    life.product.pass(1000)
  }
  await life.product.drain()
  expect(await textOf(one.id, 'summaries')).toMatchObject({ state: 'ready', askedBy: null })
  expect(
    life.fake.asked.filter(({ messages }) => messages[0]?.content.includes('"next"')),
  ).toHaveLength(1)
})

test('asked twice at once it is one question', async () => {
  const { id } = await aCase().saying(plain).in(life.workspace)
  const asking = { params: { caseId: id }, body: {} }
  const first = await agent()(assistance.summariseCase, asking)
  expect((await agent()(assistance.summariseCase, asking)).id).toBe(first.id)
  await life.product.drain()
  expect(life.fake.asked).toHaveLength(1)
})

test('an analyst sees it but asks for nothing', async () => {
  const { id } = await aCase().in(life.workspace)
  await agent()(assistance.summariseCase, { params: { caseId: id }, body: {} })
  await life.product.drain()
  const analyst = life.product.as(life.workspace.members.analyst.headers)
  const { assistance: given } = await analyst(showCase, { params: { caseId: id } })
  expect(given).toMatchObject({ can: [], texts: [{ state: 'ready' }] })
})
