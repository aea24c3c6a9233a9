import { expect, test } from 'vitest'
import { CallError } from '../../contract/client.ts'
import { en } from './en.ts'
import { sentenceFor, sentenceForCode } from './words.ts'
import { zh } from './zh.ts'

test('both languages have the same keys, and nothing is left empty', () => {
  expect(shapeOf(en)).toEqual(shapeOf(zh))
})

test('no Chinese in the English and no full stop from the other language', () => {
  const english = sentencesOf({ ...en, switchLanguage: '' }).join('\n')
  expect(english).not.toMatch(/[\u3400-\u9fff，。！？]/)
  expect(sentencesOf({ ...zh, switchLanguage: '' }).join('\n')).not.toMatch(/[a-z]{4,}(?<!HEIC)/)
})

test('every error that the portal’s endpoints declare has a sentence of its own', async () => {
  const { endpoints } = await import('../../contract/index.ts')
  const faced = endpoints.filter(({ path }) => path.startsWith('/api/portal/'))
  const codes = new Set(faced.flatMap(({ errors }) => errors ?? []))
  expect(codes.size).toBeGreaterThan(10)
  for (const code of codes) {
    expect(sentenceForCode(code, 'zh-CN'), code).toBeTruthy()
    expect(sentenceForCode(code, 'en'), code).toBeTruthy()
  }
})

test('an unknown refusal is told without its code, with the number to ask about', () => {
  const error = new CallError(500, {
    type: 'about:blank',
    status: 500,
    code: 'never_heard_of',
    requestId: '0198-ab',
  })
  expect(sentenceFor(error, 'zh-CN')).toBe(
    '没有成功，不是您的问题。您写的都还在，请稍后再试。如需咨询，请提供编号 0198-ab',
  )
  expect(sentenceFor(error, 'en')).not.toContain('never_heard_of')
  expect(sentenceFor(new TypeError('x'), 'en')).toBe(en.errors.general)
})

test('a code that is the name of something on every object is still unknown', () => {
  expect(sentenceForCode('constructor', 'zh-CN')).toBeUndefined()
})

/** Keys, with the kind of each value and the number of parameters of each sentence. */
function shapeOf(words: unknown): unknown {
  if (typeof words === 'function') return `sentence of ${words.length}`
  if (Array.isArray(words)) return words.map(shapeOf)
  if (typeof words === 'object' && words !== null) {
    return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, shapeOf(value)]))
  }
  return typeof words === 'string' && words.trim() !== '' ? 'words' : 'nothing'
}

/** All sentences, the ones with parameters filled with digits. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [String(words(...Array(words.length).fill('1')))]
  return Object.values(words as object).flatMap(sentencesOf)
}
