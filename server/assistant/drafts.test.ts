/** Drafts of answers: what they rest on, and what becomes of them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { draftAnswer } from '../../contract/case-assistance.ts'
import { answerCustomer } from '../../contract/case-work.ts'
import { showCase } from '../../contract/cases.ts'
import { aCase } from '../cases/testing.ts'
import { type Assisted, anAssistedWorkspace, draft, readNow } from './testing.ts'

let life: Assisted
beforeAll(async () => {
  life = await anAssistedWorkspace()
}, 60_000)
afterAll(() => life.close())
beforeEach(() => life.recover())

const agent = () => life.product.as(life.workspace.members.agent.headers)
const shown = (id: string) => agent()(showCase, { params: { caseId: id } })
const draftIn = async (id: string) =>
  (await shown(id)).assistance?.texts.find(({ use }) => use === 'drafts')

const said = '退款一直没有到账，已经十天了'
const earlier = '您好，退款已原路退回，一般 3 个工作日到账，请留意银行通知。'

async function drafted() {
  const one = await aCase().saying(said).in(life.workspace)
  await readNow(life, one)
  await agent()(draftAnswer, { params: { caseId: one.id }, body: {} })
  await life.product.drain()
  return { one, text: await draftIn(one.id) }
}

const send = (caseId: string, body: { text: string; draftId?: string }) =>
  agent()(answerCustomer, { params: { caseId }, body })

test('a draft rests on what was answered before, and is not sent by itself', async () => {
  const before = await aCase().from('赵一曼').saying(said).in(life.workspace)
  await readNow(life, before)
  await send(before.id, { text: `赵一曼${earlier}` })
  const { one, text } = await drafted()
  expect(JSON.stringify(life.fake.asked)).toContain(`［姓名］${earlier}`)
  expect(JSON.stringify(life.fake.asked)).not.toContain('赵一曼')
  expect(text).toMatchObject({ state: 'ready', text: draft.reply, askedBy: '周办' })
  expect(text?.sources[0]).toMatchObject({ title: said })
  expect((await shown(one.id)).messages.filter(({ direction }) => direction === 'out')).toEqual([])
})

test('a draft sent as it is carries its label, and the message says so', async () => {
  const { one, text } = await drafted()
  await send(one.id, { text: `${draft.reply}。`, draftId: text?.id ?? '' })
  const message = (await shown(one.id)).messages.find(({ direction }) => direction === 'out')
  expect(message?.drafted).toEqual({ model: 'fake-model-2026', unedited: true, labelled: true })
  expect(message?.text).toMatch(/AI/)
  expect(await draftIn(one.id)).toBeUndefined()
})

test('a draft rewritten it is the agent’s, though the message remembers', async () => {
  const { one, text } = await drafted()
  const own = '您好，这件事我们已经在处理：退款昨天提交，周五前到账，到账后请告诉我一声。'
  await send(one.id, { text: own, draftId: text?.id ?? '' })
  const message = (await shown(one.id)).messages.find(({ direction }) => direction === 'out')
  expect(message).toMatchObject({ text: own, drafted: { unedited: false, labelled: false } })
})

test('a draft thrown away it leaves no trace', async () => {
  const { one, text } = await drafted()
  await send(one.id, { text: 'Refund sent on Friday.', draftId: text?.id ?? '' })
  const message = (await shown(one.id)).messages.find(({ direction }) => direction === 'out')
  expect(message).toMatchObject({ text: 'Refund sent on Friday.', drafted: null })
})

test('a draft of another case is none', async () => {
  const { text } = await drafted()
  const other = await aCase().saying('换一件事').in(life.workspace)
  await send(other.id, { text: draft.reply, draftId: text?.id ?? '' })
  expect((await shown(other.id)).messages.at(-1)?.drafted).toBeNull()
})

test('a draft is sent without a label where the workspace says so', async () => {
  await life.change({ labelAnswers: false })
  const { one, text } = await drafted()
  await send(one.id, { text: draft.reply, draftId: text?.id ?? '' })
  await life.change({ labelAnswers: true })
  const message = (await shown(one.id)).messages.find(({ direction }) => direction === 'out')
  expect(message).toMatchObject({
    text: draft.reply,
    drafted: { unedited: true, labelled: false },
  })
})
