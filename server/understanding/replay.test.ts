import { expect, test } from 'vitest'
import { isNoWorse, type Judged, replay, triedOn } from './replay.ts'

const things = ['瓷碗', '竹席', '台灯', '雨伞', '茶壶', '枕头', '毛毯', '铁锅', '花瓶', '书架']
/** A trade whose people say "成色硬" of what is bad and "成色软" of what is good. */
const judged = (): Judged[] =>
  things.flatMap((thing, at) =>
    ['硬', '软'].map((how) => ({
      feedbackId: crypto.randomUUID(),
      text: `${thing}到手看了看，成色${how}，第${at}批`,
      gold: { sentiment: [how === '硬' ? 'negative' : 'positive'] },
    })),
  )
const nothing = { weights: null, sayings: {} }

test('what a trade means by its words is learned, and shown on texts not learned from', () => {
  const outcome = replay({ judged: judged(), current: nothing }, [])
  const [{ texts, right, rightBefore } = { texts: 0, right: 0, rightBefore: 0 }] = outcome.tried
  expect(texts).toBe(20)
  expect(right).toBeGreaterThan(rightBefore)
  expect(outcome.promoted).toBe(true)
  expect(outcome.weights.byteLength).toBeGreaterThan(400)
})

test('the same words give the same outcome, whatever the ids and the order', () => {
  const one = replay({ judged: judged(), current: nothing }, [])
  const other = replay({ judged: judged().reverse(), current: nothing }, [])
  expect(other.tried).toEqual(one.tried)
  expect(other.weights).toEqual(one.weights)
})

test('what cannot be learned is not promoted over what reads it right', () => {
  // Which of them is good follows from nothing in the words.
  const moody = judged().map((one, at) => ({
    ...one,
    gold: { sentiment: [['positive', 'neutral', 'negative'][at % 3] as string] },
  }))
  const own = moody.map(({ feedbackId, gold }) => [feedbackId, { own: gold, shipped: gold }])
  const perfect = { weights: null, sayings: Object.fromEntries(own) }
  expect(replay({ judged: moody, current: perfect }, []).promoted).toBe(false)
})

test('a new version may lose in no part what it gains in another', () => {
  const kind = { part: 'kind' as const, texts: 100, right: 90, rightBefore: 70 }
  const loses = { part: 'risks' as const, texts: 100, right: 90, rightBefore: 95 }
  expect(isNoWorse([kind])).toBe(true)
  expect(isNoWorse([kind, loses])).toBe(false)
  expect(isNoWorse([kind, { ...loses, texts: 19 }])).toBe(true)
  expect(isNoWorse([{ ...kind, right: 69 }])).toBe(false)
})

test('sets of labels are right only as a whole', () => {
  const one = { feedbackId: 'a', text: '', gold: { topics: ['price', 'delivery'] } }
  const says = (topics: string[]) => ({ a: { own: { topics }, shipped: {} } })
  expect(triedOn([one], says(['delivery', 'price']), says(['price']))).toEqual([
    { part: 'topics', texts: 1, right: 1, rightBefore: 0 },
  ])
})
