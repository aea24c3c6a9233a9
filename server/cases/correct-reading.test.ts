import { afterAll, beforeAll, expect, test } from 'vitest'
import * as caseWork from '../../contract/case-work.ts'
import * as contract from '../../contract/cases.ts'
import { readDashboard } from '../../contract/insights.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { aCase } from './testing.ts'

let product: Product
let workspace: TestWorkspace
let elsewhere: TestWorkspace

beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
  elsewhere = await aWorkspace(product)
})
afterAll(() => product.close())

const agent = () => product.as(workspace.members.agent.headers)
const said = (text: string) => aCase().saying(text).in(workspace)
const show = (caseId: string) => agent()(contract.showCase, { params: { caseId } })
const correct = (caseId: string, body: object) =>
  agent()(caseWork.correctReading, { params: { caseId }, body })
const confirm = (caseId: string) =>
  agent()(caseWork.confirmReading, { params: { caseId }, body: {} })
const takeBack = (caseId: string, ...parts: ('kind' | 'urgency' | 'sentiment')[]) =>
  agent()(caseWork.takeBackJudgement, { params: { caseId }, body: { parts } })

test('what a person says stands on the reading, on the case, in lists and in the numbers', async () => {
  const { id } = await said('页面一打开就闪退，根本用不了')
  await product.drain()
  const before = await show(id)
  expect(before.reading?.kind.label).toBe('bug')
  const shown = await correct(id, { kind: 'question', risks: ['churn'], topics: ['content'] })
  await product.drain()

  expect(shown).toMatchObject({ kind: 'question', risks: ['churn'], sentiment: before.sentiment })
  expect(shown.reading).toMatchObject({
    kind: { label: 'question', confidence: 1 },
    topics: [{ label: 'content' }],
    judgements: [
      { part: 'kind', said: ['bug'], confirmed: false, by: workspace.members.agent.name },
      { part: 'topics', confirmed: false },
      { part: 'risks', said: [], confirmed: false },
    ],
  })
  expect(shown.happenings.at(-1)).toMatchObject({
    type: 'case.corrected',
    by: workspace.members.agent.name,
    data: { parts: 'kind,topics,risks' },
  })
  const questions = await agent()(contract.listCases, { query: { kind: 'question' } })
  expect(questions.items.map((row) => row.id)).toContain(id)
  const { byKind } = await agent()(readDashboard, { query: {} })
  expect(byKind.find(({ kind }) => kind === 'question')?.cases).toBe(1)
})

test('a later word replaces an earlier one; taken back, the model’s stands again', async () => {
  const { id } = await said('这个快递三天都没动静，着急')
  const { reading } = await show(id)
  const kind = reading?.kind.label
  await correct(id, { kind: 'praise' })
  await correct(id, { kind: 'other' })
  const shown = await show(id)
  expect(shown.kind).toBe('other')
  expect(shown.reading?.judgements).toMatchObject([{ part: 'kind', said: [kind] }])
  const back = await takeBack(id, 'kind', 'sentiment')
  expect(back.kind).toBe(kind)
  expect(back.reading?.judgements).toEqual([])
  expect(back.happenings.at(-1)).toMatchObject({
    type: 'case.correction_undone',
    data: { parts: 'kind' },
  })
})

test('confirming judges what nobody has judged, and changes nothing', async () => {
  const { id } = await said('请问发票什么时候寄出')
  const before = await correct(id, { urgency: 'high' })
  const shown = await confirm(id)
  expect(shown.reading?.judgements.map(({ part, confirmed }) => [part, confirmed])).toEqual([
    ['urgency', false],
    ['kind', true],
    ['topics', true],
    ['sentiment', true],
    ['risks', true],
  ])
  expect([shown.kind, shown.urgency, shown.sentiment]).toEqual([
    before.kind,
    'high',
    before.sentiment,
  ])
  await confirm(id)
  const { happenings } = await show(id)
  expect(happenings.filter(({ type }) => type === 'case.reading_confirmed')).toHaveLength(1)
})

test('priority goes with the urgency while nobody decided it', async () => {
  const { id } = await said('想问一下怎么改昵称')
  expect((await correct(id, { urgency: 'critical' })).priority).toBe('urgent')
  expect((await takeBack(id, 'urgency')).priority).not.toBe('urgent')
  await agent()(caseWork.prioritiseCase, { params: { caseId: id }, body: { priority: 'low' } })
  expect((await correct(id, { urgency: 'critical' })).priority).toBe('low')
})

test('it teaches: the next text like it is read so, in this workspace only', async () => {
  const words = '海棠果核雕的那只小船'
  const first = await said(`${words}挺别致`)
  await correct(first.id, { kind: 'suggestion', topics: ['packaging'] })
  const next = await show((await said(`${words}别致`)).id)
  expect(next.kind).toBe('suggestion')
  expect(next.reading?.topics.map(({ label }) => label)).toContain('packaging')
  expect(next.reading?.model).toMatch(/^seed-\w+\+0\.\d+$/)
  const theirs = await aCase().saying(`${words}别致`).in(elsewhere)
  const seen = await product.as(elsewhere.members.agent.headers)(contract.showCase, {
    params: { caseId: theirs.id },
  })
  expect(seen.reading?.model).toMatch(/^seed-\w+$/)
})

test('labels that are none, repeat or are too many, and no labels at all, are refused', async () => {
  const { id } = await said('你好')
  const refused = (body: object) =>
    correct(id, body).then(
      () => null,
      ({ code }: { code: string }) => code,
    )
  expect(await refused({})).toBe('invalid_input')
  expect(await refused({ kind: 'weather' })).toBe('invalid_input')
  expect(await refused({ risks: ['churn', 'churn'] })).toBe('invalid_input')
  expect(await refused({ topics: ['price', 'content', 'delivery', 'function'] })).toBe(
    'invalid_input',
  )
})
