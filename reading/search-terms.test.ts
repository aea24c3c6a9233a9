import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'
import { queryTerms, searchTerms } from './search-terms.ts'

test('Chinese is indexed by bigrams, words and numbers whole', () => {
  expect(searchTerms('退款失败 ORDER 1042')).toEqual(['退款', '款失', '失败', 'order', '1042'])
})

test('a lone character gives itself, a mixed token its parts too', () => {
  expect(searchTerms('卡 iPhone15')).toEqual(['卡', 'iphone15', 'iphone', '15'])
})

test('a traditional query finds a simplified text', () => {
  expect(queryTerms('發錯貨').terms).toEqual(searchTerms('发错货'))
})

test('a query of one character has only a needle', () => {
  expect(queryTerms('退')).toEqual({ terms: [], needle: '退' })
})

test('nothing to look for', () => {
  expect(queryTerms('  …！')).toEqual({ terms: [], needle: '...!' })
  expect(searchTerms('')).toEqual([])
})

test('whatever stands in a Chinese text is found by its terms', () => {
  const characters = fc.constantFrom(...'退款失败客服态度差快递没到')
  const text = fc.string({ unit: characters, minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(text, fc.nat(38), fc.integer({ min: 2, max: 10 }), (written, at, length) => {
      const query = written.slice(at % (written.length - 1)).slice(0, length)
      const indexed = new Set(searchTerms(written))
      expect(queryTerms(query).terms.filter((term) => !indexed.has(term))).toEqual([])
      expect(normalise(written)).toContain(queryTerms(query).needle)
    }),
  )
})

test('terms are short, few, unique and plain enough for a text index', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const terms = searchTerms(text)
      expect(new Set(terms).size).toBe(terms.length)
      for (const term of terms) {
        expect(term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
        expect(term.isWellFormed()).toBe(true)
      }
    }),
  )
  expect(searchTerms('x'.repeat(5_000))).toEqual(['x'.repeat(64)])
  const many = Array.from({ length: 9_000 }, (_, at) => `w${at}`).join(' ')
  expect(searchTerms(many).length).toBe(4_000)
})
