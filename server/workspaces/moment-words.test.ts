import { expect, it } from 'vitest'
import { dayWords, momentWords } from './moment-words.ts'

const at = new Date('2026-03-09T16:05:00Z')

it('tells moments in the reader’s language and the workspace’s time', () => {
  expect(momentWords(at, { locale: 'zh-CN', timeZone: 'Asia/Shanghai' })).toBe('3 月 10 日 00:05')
  expect(momentWords(at, { locale: 'en', timeZone: 'America/New_York' })).toBe('12:05 on 9 Mar')
})

it('tells days with their year', () => {
  expect(dayWords(at, { locale: 'zh-CN', timeZone: 'Asia/Shanghai' })).toBe('2026 年 3 月 10 日')
  expect(dayWords(at, { locale: 'en', timeZone: 'UTC' })).toBe('9 Mar 2026')
})
