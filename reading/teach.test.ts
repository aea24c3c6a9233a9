import { expect, test } from 'vitest'
import { type Lesson, packTaught, read, refit, shippedModel, teach, unpackTaught } from './index.ts'

const model = shippedModel()
const fabric = '这块料子起球像羊毛毡，穿上就是一只绵羊'

test('what was corrected is read so the next time, and what is like it', () => {
  const was = read(fabric, model).sentiment.label
  const wanted = was === 'positive' ? 'negative' : 'positive'
  const taught = teach(model, [{ text: fabric, sentiment: wanted }])
  expect(read(fabric, taught).sentiment.label).toBe(wanted)
  const near = read('料子起球像羊毛毡', taught).sentiment
  expect(near.label).toBe(wanted)
  expect(near.reasons.length).toBeGreaterThan(0)
})

test('every part can be taught in one lesson', () => {
  const text = '麻烦给桂花糕换个糯米纸'
  const lesson: Lesson = {
    text,
    kind: 'praise',
    topics: ['packaging', 'content'],
    sentiment: 'positive',
    urgency: 'high',
    risks: ['media'],
  }
  const { kind, topics, sentiment, urgency, risks } = read(text, teach(model, [lesson]))
  expect([kind.label, sentiment.label, urgency.label]).toEqual(['praise', 'positive', 'high'])
  expect(topics.map(({ label }) => label).sort()).toEqual(['content', 'packaging'])
  expect(risks.map(({ label }) => label)).toEqual(['media'])
})

test('the model given stays as it is, taught or not', () => {
  const once = teach(model, [{ text: fabric, kind: 'question' }])
  const before = JSON.stringify(read(fabric, once))
  const shipped = JSON.stringify(read(fabric, model))
  teach(once, [{ text: fabric, kind: 'praise' }])
  teach(model, [{ text: fabric, kind: 'praise' }])
  expect(JSON.stringify(read(fabric, once))).toBe(before)
  expect(JSON.stringify(read(fabric, model))).toBe(shipped)
})

test('what is read right and surely moves nothing', () => {
  const text = '质量太差了，气死人，骗子，退钱'
  expect(read(text, model).sentiment.label).toBe('negative')
  const taught = teach(model, [{ text, sentiment: 'negative' }])
  expect(taught.taught?.rows.size).toBe(0)
})

test('lessons learned together do not depend on their order', () => {
  const lessons: Lesson[] = Array.from({ length: 12 }, (_, n) => ({
    text: `第${n}号灯笼的竹架子${n % 2 ? '歪了一点' : '很挺括'}，${'红绸'.repeat(n + 1)}`,
    sentiment: n % 2 ? 'negative' : 'positive',
  }))
  const one = refit(model, lessons, [])
  const other = refit(model, lessons.toReversed(), [])
  expect(packTaught(one.taught as never)).toEqual(packTaught(other.taught as never))
  for (const { text, sentiment } of lessons) expect(read(text, one).sentiment.label).toBe(sentiment)
})

test('kept as bytes and taken out again, it says the same', () => {
  const taught = refit(model, [{ text: fabric, kind: 'question', risks: ['churn'] }], [])
  const back = { ...model, taught: unpackTaught(packTaught(taught.taught as never)) }
  const { kind, risks } = read(fabric, back)
  expect([kind.label, risks.map(({ label }) => label)]).toEqual(['question', ['churn']])
  expect(() => unpackTaught(new Uint8Array(7))).toThrow('taught weights')
})

test('nothing at all teaches nothing, and any string may be a lesson', () => {
  expect(teach(model, [])).toBe(model)
  expect(refit(model, [], []).taught).toBeNull()
  for (const text of ['', '\ud800', '😀'.repeat(3000), '\u202e\u0000'])
    expect(read(text, teach(model, [{ text, kind: 'bug', topics: [] }])).kind).toBeDefined()
})
