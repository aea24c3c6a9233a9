import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../reading/index.ts'
import { passageOf } from './passage.ts'

const marked = (text: string, ...needles: string[]) => {
  const passage = passageOf(text, needles)
  if (!passage) return null
  let shown = passage.text
  for (const [at, length] of passage.hits.toReversed())
    shown = `${shown.slice(0, at)}[${shown.slice(at, at + length)}]${shown.slice(at + length)}`
  return shown
}

test('every hit is marked where it stands, those that touch as one', () => {
  expect(marked('退款没到，退款慢', '退款')).toBe('[退款]没到，[退款]慢')
  expect(marked('退款慢', '退款', '款慢')).toBe('[退款慢]')
  expect(marked('Refund it', 'refund')).toBe('[Refund] it')
  expect(marked('空  格\n多', '空 格 多')).toBe('[空  格\n多]')
  expect(marked('没有', '退款')).toBeNull()
})

test('what stands far on is shown with a few words before it, and a long text is cut', () => {
  expect(marked('订单号七七四九，催了三次，到今天还没有退款', '退款')).toBe('…到今天还没有[退款]')
  const long = marked(`退款${'很慢'.repeat(100)}`, '退款')
  expect(long).toMatch(/^\[退款\]很慢.*…$/)
  expect(long?.length).toBeLessThan(90)
})

test('never cuts a character in two, and hits lie within the words', () => {
  const letters = fc.array(fc.constantFrom(...'退款ＡaB1 𠮷😀\n，ﬁ🄀'), { maxLength: 120 })
  fc.assert(
    fc.property(letters, fc.constantFrom('退', 'a', '𠮷', '😀', 'fi', 'b1', '0'), (all, needle) => {
      const passage = passageOf(all.join(''), [needle])
      if (!passage) return
      expect(passage.text.isWellFormed()).toBe(true)
      for (const [at, length] of passage.hits) {
        expect(length).toBeGreaterThan(0)
        expect(passage.text.slice(at, at + length).isWellFormed()).toBe(true)
      }
    }),
  )
})

test('marks what the search found, character by character as in one piece', () => {
  const letters = fc.array(fc.constantFrom(...'退還Ａz 、。～…ﬁ\n'), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(letters, letters, letters, (before, sought, after) => {
      const needle = normalise(sought.join(''))
      const shown = marked(`${before.join('')}${sought.join('')}${after.join('')}`, needle)
      if (needle !== '') expect(normalise(shown?.match(/\[(.*?)\]/su)?.[1] ?? '')).toContain(needle)
    }),
  )
})
