import { afterAll, beforeAll, expect, test } from 'vitest'
import * as caseWork from '../../contract/case-work.ts'
import { showCase } from '../../contract/cases.ts'
import * as contract from '../../contract/quality.ts'
import { schedule } from '../schedule.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { aCase, manyCases } from './testing.ts'

let product: Product
let workspace: TestWorkspace
const hour = 3_600_000
const things = [
  '瓷碗',
  '竹席',
  '台灯',
  '雨伞',
  '茶壶',
  '枕头',
  '毛毯',
  '铁锅',
  '花瓶',
  '书架',
  '藤椅',
]

beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
})
afterAll(() => product.close())

const agent = () => product.as(workspace.members.agent.headers)
const supervisor = () => product.as(workspace.members.supervisor.headers)
const quality = () => product.as(workspace.members.analyst.headers)(contract.readQuality, {})
const night = async () => {
  product.pass(hour)
  for (const { name, run } of schedule) if (name === 'own-models') await run(product.platform)
  await product.drain()
  product.pass(hour)
}
const said = async (text: string) => (await aCase().saying(text).in(workspace)).id

test('before anybody said anything there is the shipped model, and no figure', async () => {
  const seen = await quality()
  expect(seen.versions).toMatchObject([{ version: 0, inUse: true }])
  expect(seen.parts.every(({ judged }) => judged === 0)).toBe(true)
  await night()
  expect((await quality()).versions).toHaveLength(1)
})

const read = async (text: string) =>
  (await agent()(showCase, { params: { caseId: await said(text) } })).reading

test('a night learns anew from what people said; it is used', async () => {
  const texts = things.flatMap((thing) =>
    ['硬', '软'].map((how) => `${thing}到手看了看，成色${how}`),
  )
  const ids = await manyCases(
    workspace,
    texts.map((text) => ({ entry: 'feedback' as const, text })),
  )
  for (const [at, caseId] of ids.entries()) {
    const sentiment = at % 2 === 0 ? 'negative' : 'positive'
    await agent()(caseWork.correctReading, { params: { caseId }, body: { sentiment } })
  }
  const before = await quality()
  expect(before.lessonsSince).toBe(22)
  expect(before.judgedTexts).toBe(22)
  const mood = before.parts.find(({ part }) => part === 'sentiment')
  expect(mood?.judged).toBe(22)
  expect(mood?.labels.map(({ label, judged }) => [label, judged])).toEqual([
    ['negative', 11],
    ['positive', 11],
  ])
  expect(before.weeks.at(-1)?.readings).toBe(22)

  await night()
  const after = await quality()
  expect(after.versions[0]).toMatchObject({ version: 1, promoted: true, inUse: true, lessons: 22 })
  expect(after.lessonsSince).toBe(0)
  const fresh = await read('新到的竹篮成色硬')
  expect(fresh?.sentiment.label).toBe('negative')
  expect(fresh?.model).toMatch(/\+1\.0$/)
})

test('two versions are compared on the same texts, which neither had learned from', async () => {
  const compared = await agent()(contract.compareVersions, { query: { one: 1, other: 0 } })
  expect(compared.texts).toBe(22)
  const [whole] = compared.rows
  expect(whole).toMatchObject({ part: 'sentiment', label: null, texts: 22 })
  expect(whole?.right).toBeGreaterThan(whole?.rightOther ?? 22)
})

test('who goes back to a version holds it, until the nights are let again', async () => {
  await supervisor()(contract.chooseVersion, { body: { version: 0 } })
  expect((await read('新到的竹筐成色硬'))?.model).toMatch(/^seed-\w+$/)
  const params = { caseId: await said('竹匾成色硬') }
  await agent()(caseWork.correctReading, { params, body: { kind: 'bug' } })
  await night()
  const held = await quality()
  expect(held).toMatchObject({ held: true, changedBy: workspace.members.supervisor.name })
  expect(held.versions).toHaveLength(2)

  await supervisor()(contract.releaseVersion, { body: {} })
  await night()
  expect((await quality()).versions[0]).toMatchObject({ version: 2, inUse: true })
})

test('where nobody said anything new, nothing is made', async () => {
  await night()
  expect((await quality()).versions).toHaveLength(3)
})

test('a version that is not there cannot be chosen, and agents choose none', async () => {
  const code = (call: Promise<unknown>) =>
    call.then(
      () => null,
      ({ code }: { code: string }) => code,
    )
  const choose = { body: { version: 99 } }
  expect(await code(supervisor()(contract.chooseVersion, choose))).toBe('not_found')
  expect(await code(agent()(contract.chooseVersion, choose))).toBe('forbidden')
})
