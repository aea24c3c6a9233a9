import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from './excerpt.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

test.each([
  ['短的原样', 10, '短的原样'],
  ['两行\n变成一行', 10, '两行 变成一行'],
  ['太长的一句话要截断', 5, '太长的一…'],
  ['家👨‍👩‍👧‍👦人', 2, '家…'],
  ['一👨‍👩‍👧‍👦', 2, '一👨‍👩‍👧‍👦'],
  ['\u202e倒过来', 5, '倒过来'],
  ['什么都不留', 0, ''],
])('%j in %i → %j', (text, max, expected) => {
  expect(excerpt(text, max)).toBe(expected)
})

test('never longer than asked, one line, well formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(50), (text, max) => {
      const short = excerpt(text, max)
      expect([...segmenter.segment(short)].length).toBeLessThanOrEqual(max)
      expect(short).not.toMatch(/[\n\r]/)
      expect(short.isWellFormed()).toBe(true)
    }),
  )
})
