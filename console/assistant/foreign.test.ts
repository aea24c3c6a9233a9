import { describe, expect, it } from 'vitest'
import { isForeign } from './foreign.ts'

describe('words in another language', () => {
  it.each([
    ['My refund has not arrived yet', 'zh-CN', true],
    ['app闪退，打不开', 'zh-CN', false],
    ['退款没有到账', 'zh-CN', false],
    ['ok', 'zh-CN', false],
    ['アプリが開けません', 'zh-CN', true],
    ['退款没有到账', 'en', true],
    ['My refund has not arrived yet', 'en', false],
    ['Не открывается', 'en', true],
    ['', 'zh-CN', false],
    ['😀😀😀 123456789', 'zh-CN', false],
  ] as const)('%s, read in %s: %s', (text, locale, foreign) => {
    expect(isForeign(text, locale)).toBe(foreign)
  })
})
