import { describe, expect, test } from 'vitest'
import { atWords, byWords } from './times.ts'

const shanghai = 'Asia/Shanghai'
/** Saturday 21 November 2026, 11:00 in Shanghai. */
const now = new Date('2026-11-21T03:00:00Z')
const zh = { locale: 'zh-CN', now, timeZone: shanghai } as const
const en = { locale: 'en', now, timeZone: shanghai } as const

describe('the end of a promise', () => {
  test.each([
    ['2026-11-21T07:20:00Z', '今天 15:20 前', 'by 15:20 today'],
    ['2026-11-22T01:30:00Z', '明天 09:30 前', 'by 09:30 tomorrow'],
    ['2026-11-23T01:30:00Z', '后天 09:30 前', 'by 09:30 on 23 Nov'],
    ['2026-11-27T10:00:00Z', '11 月 27 日 18:00 前', 'by 18:00 on 27 Nov'],
    ['2027-01-03T02:00:00Z', '2027 年 1 月 3 日 10:00 前', 'by 10:00 on 3 Jan 2027'],
  ])('%s is %s', (at, chinese, english) => {
    expect(byWords(at, zh)).toBe(chinese)
    expect(byWords(at, en)).toBe(english)
  })

  test('midnight belongs to the day that begins, and is 00:00', () => {
    expect(byWords('2026-11-21T16:00:00Z', zh)).toBe('明天 00:00 前')
    expect(byWords('2026-11-21T15:59:00Z', zh)).toBe('今天 23:59 前')
  })

  test('today and tomorrow are those of the reader’s zone', () => {
    const at = '2026-11-21T16:30:00Z'
    expect(byWords(at, { ...zh, timeZone: shanghai })).toBe('明天 00:30 前')
    expect(byWords(at, { ...zh, timeZone: 'Europe/Berlin' })).toBe('今天 17:30 前')
    expect(byWords(at, { ...en, timeZone: 'America/Los_Angeles' })).toBe('by 08:30 tomorrow')
  })

  test('the new year’s night is tomorrow, not another year', () => {
    const eve = new Date('2026-12-31T10:00:00Z')
    expect(byWords('2026-12-31T17:00:00Z', { ...zh, now: eve })).toBe('明天 01:00 前')
  })

  test('the day on which clocks change has one tomorrow', () => {
    const now = new Date('2026-03-29T00:30:00Z')
    const berlin = { locale: 'zh-CN', now, timeZone: 'Europe/Berlin' } as const
    expect(byWords('2026-03-30T10:00:00Z', berlin)).toBe('明天 12:00 前')
  })
})

describe('a moment', () => {
  test.each([
    ['2026-11-21T01:11:00Z', '今天 09:11', 'today 09:11'],
    ['2026-11-20T10:40:00Z', '昨天 18:40', 'yesterday 18:40'],
    ['2026-11-01T00:05:00Z', '11 月 1 日 08:05', '1 Nov, 08:05'],
    ['2025-03-01T00:00:00Z', '2025 年 3 月 1 日 08:00', '1 Mar 2025, 08:00'],
  ])('%s was %s', (at, chinese, english) => {
    expect(atWords(at, zh)).toBe(chinese)
    expect(atWords(at, en)).toBe(english)
  })
})
