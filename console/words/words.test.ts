import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { signInErrors, standingErrors } from '../../contract/errors.ts'
import { importFailures } from '../../contract/imports.ts'
import { endpoints } from '../../contract/index.ts'
import { dictionaries } from './words.tsx'

const { 'zh-CN': zh, en } = dictionaries

/** Every text with its path; functions stand for what they say of plausible arguments. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (path.startsWith('.cases.notices.')) {
    const notice = value as (typeof zh)['cases']['notices']['closed']
    return [[path, notice({ number: 1, release: '3.2' }, () => '18:00', zh.labels.resolution)]]
  }
  if (typeof value === 'function') return [[path, String(value(3, 4, 5))]]
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))
}
const chinese = new Map(texts(zh))
const english = new Map(texts(en))

test('both languages say the same things', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
})

test('nothing is left empty, save what is meant to be', () => {
  const meant = /reopenedBecause\.member/
  const empty = (all: Map<string, string>) =>
    [...all].filter(([path, text]) => text.trim() === '' && !meant.test(path)).map(([path]) => path)
  expect(empty(chinese)).toEqual([])
  expect(empty(english)).toEqual([])
})

test('the English is English', () => {
  const shown = [...english]
    .filter(([, text]) => /[\u3400-\u9fff]/.test(text))
    .map(([path]) => path)
  expect(shown).toEqual(['.settings.templates.choicesHint'])
})

test('the Chinese is Chinese', () => {
  const written = [...chinese].filter(
    ([path]) => !/monthDay|fullDay|fullMoment|identity|keyCaps/.test(path),
  )
  const latin = written.filter(
    ([, text]) => /[A-Za-z]{4,}/.test(text) && !/[\u3400-\u9fff]/.test(text),
  )
  expect(latin).toEqual([])
})

describe('every refusal a member can meet has a sentence', () => {
  const member = endpoints.filter(
    ({ audience, path }) => audience === 'member' || /^\/api\/(setup|invitations)/.test(path),
  )
  const codes = new Set([
    ...Object.keys(standingErrors),
    ...importFailures,
    ...member.flatMap(({ errors }) => errors ?? []),
  ])
  test.each([...codes])('%s', (code) => {
    expect(zh.errors.sentences[code]).toBeTruthy()
    expect(en.errors.sentences[code]).toBeTruthy()
  })
})

test.each(signInErrors)('a sign-in refused with %s is told why', (code) => {
  expect(zh.errors.signIn[code]).toBeTruthy()
  expect(en.errors.signIn[code]).toBeTruthy()
})

test('no Chinese stands in the components, where English readers would meet it', () => {
  const root = join(import.meta.dirname, '..')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|^words/.test(file),
  )
  const inString = /(['"`>])[^'"`<\n/*]*[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]/
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => inString.test(line) && !/^\s*(\*|\/\*|\/\/)/.test(line))
      .filter((line) => !/'中文'|'微信 WeChat'|\/\*\*/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
