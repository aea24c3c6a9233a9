/** Whatever the model does, what was asked for ends ready or failed with a reason, and work goes on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as contract from '../../contract/assistant.ts'
import { summariseCase } from '../../contract/case-assistance.ts'
import { answerCustomer } from '../../contract/case-work.ts'
import { showCase } from '../../contract/cases.ts'
import { aCase } from '../cases/testing.ts'
import * as like from '../testing/fake-model.ts'
import { type Assisted, anAssistedWorkspace, summary } from './testing.ts'

let life: Assisted
beforeAll(async () => {
  life = await anAssistedWorkspace()
}, 60_000)
afterAll(() => life.close())
beforeEach(() => life.recover())

const agent = () => life.product.as(life.workspace.members.agent.headers)

async function summaryNow() {
  const { id } = await aCase().saying('上次说的事怎么样了').in(life.workspace)
  const asked = await agent()(summariseCase, { params: { caseId: id }, body: {} })
  expect(asked.state).toBe('waiting')
  await life.product.drain()
  const { assistance } = await agent()(showCase, { params: { caseId: id } })
  const text = assistance?.texts.find(({ use }) => use === 'summaries')
  // Work goes on.
  await agent()(answerCustomer, { params: { caseId: id }, body: { text: '马上查' } })
  return text
}

describe.each<[string, like.Manner[]]>([
  ['a stream', [like.usually]],
  ['no stream though asked for one', [like.neverStreams]],
  ['a stream of single characters, thinking aside', [like.thinkingAside]],
  ['a fence and courtesies', [like.fenced]],
  ['thoughts first', [like.thinkingAloud]],
  ['sloppy JSON', [like.sloppy]],
  ['words around it', [like.talkative]],
  ['nothing the first time', [like.blank, like.usually]],
  ['nonsense the first time', [like.nonsense, like.usually]],
  ['another shape the first time', [like.wrongShape, like.usually]],
  ['half of it the first time', [like.cutShort, like.usually]],
  ['a refusal of response_format', [like.without('response_format')]],
  ['a refusal of stream_options', [like.without('stream_options')]],
  ['a refusal of streams', [like.without('stream')]],
  ['a refusal that does not say of what', [like.without('response_format', false)]],
  ['“too many”, then a place', [like.tooMany(), like.usually]],
  ['“too many, come at once”', [like.tooMany('0'), like.usually]],
  ['a server’s error, then better', [like.broken(503), like.usually]],
  ['a line that breaks, then better', [like.brokenOff, like.usually]],
  ['a line that trails off, then better', [like.trailsOff, like.usually]],
  ['signs of life for longer than silence may last', [like.keepsAliveFor(4500, 300)]],
])('a model with %s', (_manner, manners) => {
  test('is understood', async () => {
    life.fake.behaves(...manners)
    const text = await summaryNow()
    expect(text).toMatchObject({ state: 'ready', failure: null, generator: 'ai' })
    expect(text?.text).toBe(`${summary.summary}\n→ ${summary.next}`)
    expect(text?.model).toMatch(/^fake-model/)
  })
})

describe.each<[string, contract.AiFailureCode, like.Manner]>([
  ['says nothing', 'blank', like.blank],
  ['talks nonsense', 'unreadable', like.nonsense],
  ['answers in another shape', 'unreadable', like.wrongShape],
  ['never finishes', 'cut_short', like.cutShort],
  ['will not speak of it', 'filtered', like.filtered],
  ['refuses the words', 'filtered', like.filteredByRefusal],
  ['refuses the key', 'key_refused', like.keyRefused],
  ['wants money', 'no_balance', like.noBalance],
  ['does not exist', 'request_refused', like.modelUnknown],
  ['has too many callers', 'too_many', like.tooMany()],
  ['asks for an hour', 'too_many', like.tooMany('3600')],
  ['is broken', 'provider_down', like.broken(500)],
  ['breaks off', 'provider_down', like.brokenOff],
  ['trails off', 'provider_down', like.trailsOff],
  ['is silent', 'too_slow', like.silentFor(6000)],
  ['is a web page', 'blank', like.webPage],
  ['would send the texts elsewhere', 'provider_down', like.sendsElsewhere('http://127.0.0.1:9/')],
])('a model that %s', (_what, failure, manner) => {
  test(`leaves a reason: ${failure}`, async () => {
    life.fake.behaves(manner)
    expect(await summaryNow()).toMatchObject({ state: 'failed', failure, text: null })
  })
})

test('what a model refuses is left out from then on', async () => {
  life.fake.behaves(like.without('response_format'))
  await summaryNow()
  life.fake.asked.length = 0
  await summaryNow()
  expect(life.fake.asked.map(({ response_format }) => response_format)).toEqual([undefined])
})

test('with the question go the word json, the shape and an example', async () => {
  await summaryNow()
  const system = life.fake.asked[0]?.messages[0]?.content ?? ''
  expect(system).toMatch(/json/)
  expect(system).toContain('"summary":{"type":"string"')
  expect(life.fake.asked[0]).toMatchObject({ model: 'fake-model', authorization: 'Bearer a-key' })
})

test('after several failures it is left alone, then tried once, then asked again', async () => {
  const owner = life.product.as(life.workspace.members.owner.headers)
  life.fake.behaves(like.broken())
  for (let times = 0; times < 4; times += 1) await summaryNow()
  const before = life.fake.asked.length
  expect(await summaryNow()).toMatchObject({ failure: 'resting' })
  expect(life.fake.asked).toHaveLength(before)
  expect((await owner(contract.readAssistant)).resting?.because).toBe('provider_down')

  life.product.pass(31_000)
  expect(await summaryNow()).toMatchObject({ failure: 'provider_down' })
  expect(await summaryNow()).toMatchObject({ failure: 'resting' })
  life.fake.behaves(like.usually)
  life.product.pass(61_000)
  expect(await summaryNow()).toMatchObject({ state: 'ready' })
  expect((await owner(contract.readAssistant)).resting).toBeNull()
})

test('an administrator can try it while it rests', async () => {
  const owner = life.product.as(life.workspace.members.owner.headers)
  life.fake.behaves(like.keyRefused)
  expect(await owner(contract.tryAssistant, { body: {} })).toMatchObject({ failure: 'key_refused' })
  expect(await summaryNow()).toMatchObject({ failure: 'resting' })
  life.fake.behaves(like.usually)
  expect(await owner(contract.tryAssistant, { body: {} })).toMatchObject({
    failure: null,
    model: 'fake-model-2026',
  })
  expect(await summaryNow()).toMatchObject({ state: 'ready' })
})
