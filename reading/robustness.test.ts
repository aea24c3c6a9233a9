import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds, maskPersonalData, read, searchTerms, topics, urgencies } from './index.ts'

/** Far above what any of these takes, far below what a backtracking pattern would. */
const patienceMs = 3_000
const million = 1_000_000

describe('hostile texts are read in bounded time', () => {
  test.each([
    ['emoji', '😀'.repeat(million / 2)],
    ['families', '👨‍👩‍👧‍👦'.repeat(million / 11)],
    ['lone surrogates', '\ud800'.repeat(million)],
    ['control and direction characters', '\u0000\u202e\u0007\u2066'.repeat(million / 4)],
    ['stacked accents', `e${'\u0301'.repeat(million)}`],
    ['characters that grow when normalised', '\ufdfa'.repeat(million)],
    ['digits', '1'.repeat(million)],
    ['digits apart', '1 '.repeat(million / 2)],
    ['half an address a million times', '区1号'.repeat(million / 3)],
    ['half a mail address', 'a@a.'.repeat(million / 4)],
    ['an order that never comes', `订单${' '.repeat(million)}`],
    ['question marks', '？'.repeat(million)],
    ['one clause after another', '不好，'.repeat(million / 3)],
    ['one word', 'no'.repeat(million / 2)],
    ['one refusal', '根本没'.repeat(million / 3)],
    ['a sum without end', `${'1'.repeat(million)}万`],
    ['what is often said in passing', '没有'.repeat(million / 2)],
    ['alarms', '报警器报警'.repeat(million / 5)],
  ])('%s', (_name, text) => {
    const before = cpuMs()
    expect(kinds).toContain(read(text).kind.label)
    maskPersonalData(text)
    searchTerms(text)
    expect(cpuMs() - before).toBeLessThan(patienceMs)
  })
})

/** Processor time of this thread: what else runs on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

const fragments = fc.constantFrom(
  '退款',
  '不',
  '报警',
  '很',
  '！',
  '？',
  '13812342046',
  'not',
  ' ',
  '\n',
  '吃~吐',
  '但是',
  '律师函模板',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(fc.oneof(fragments, fc.string({ maxLength: 4 })), { maxLength: 30 })
    .map((some) => some.join('')),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => String.fromCharCode(...bytes)),
)

test('any text gives a well-formed reading', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const reading = read(text)
      const judgements = [
        reading.kind,
        reading.sentiment,
        reading.urgency,
        ...reading.topics,
        ...reading.risks,
      ]
      for (const { confidence, reasons } of judgements) {
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        for (const reason of reasons) expect(Number.isFinite(reason.weight)).toBe(true)
      }
      expect(reading.sentiment.intensity).toBeGreaterThanOrEqual(0)
      expect(reading.sentiment.intensity).toBeLessThanOrEqual(1)
      expect(urgencies).toContain(reading.urgency.label)
      expect(reading.topics.every((topic) => topics.includes(topic.label))).toBe(true)
      expect(reading.topics.length).toBeLessThanOrEqual(3)
      expect(reading.risks.length).toBeLessThanOrEqual(3)
      for (const risk of reading.risks) expect(risk.reasons.length).toBeGreaterThan(0)
      expect(reading.keywords.length).toBeLessThanOrEqual(8)
      expect(reading.secondKind).not.toBe(reading.kind.label)
      let end = 0
      for (const span of reading.personalData) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2_000 },
  )
})

test('the same text gives the same reading', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(read(text)).toEqual(read(text))
    }),
  )
})
