import { describe, expect, test } from 'vitest'
import { dictionaries } from '../words/words.tsx'
import { owedUntil, remaining, spent } from './remaining.ts'

const zh = dictionaries['zh-CN'].time
const en = dictionaries.en.time
const zone = 'Asia/Shanghai'
/** 14:42 on a Saturday in Shanghai. */
const now = Date.parse('2026-11-21T06:42:00Z')
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString()

describe('what a promise has left', () => {
  test.each([
    [38, '剩 38 分', 'warn'],
    [0.2, '剩 1 分', 'warn'],
    [59.5, '剩 60 分', 'warn'],
    [60, '剩 1 小时', 'calm'],
    [179, '剩 2 小时', 'calm'],
    [6 * 60, '今天 20:42', 'calm'],
    [10 * 60, '明天 00:42', 'calm'],
    [48 * 60, '11 月 23 日', 'calm'],
    [-0.5, '超 1 分', 'late'],
    [-12, '超 12 分', 'late'],
    [-90, '超 1 小时', 'late'],
    [-3 * 24 * 60, '超 3 天', 'late'],
  ])('in %s minutes reads %s', (minutes, text, tone) => {
    expect(remaining(inMinutes(minutes), now, zone, zh)).toEqual({ text, tone })
  })

  test('reads in English', () => {
    expect(remaining(inMinutes(38), now, zone, en).text).toBe('38 min left')
    expect(remaining(inMinutes(-200), now, zone, en).text).toBe('3 h late')
  })

  test('speaks of the day in the zone of the workspace', () => {
    expect(remaining(inMinutes(10 * 60), now, 'UTC', zh).text).toBe('今天 16:42')
  })
})

test('the first answer is owed, and the next one once it was opened again; never for history', () => {
  const promisedAt = inMinutes(30)
  const row = {
    ...({ firstReplyAt: null, state: 'open', promise: 'running' } as const),
    promisedAt,
    answerDueAt: null,
  }
  expect(owedUntil(row)).toBe(promisedAt)
  const answered = { ...row, firstReplyAt: inMinutes(-5), promise: 'kept' } as const
  expect(owedUntil(answered)).toBeNull()
  expect(owedUntil({ ...answered, answerDueAt: inMinutes(90) })).toBe(inMinutes(90))
  expect(owedUntil({ ...row, state: 'closed' })).toBeNull()
  expect(owedUntil({ ...row, promise: 'void' })).toBeNull()
})

test('the bar fills from opening to promise and no further', () => {
  expect(spent(inMinutes(-30), inMinutes(30), now)).toBeCloseTo(0.5)
  expect(spent(inMinutes(-30), inMinutes(-10), now)).toBe(1)
  expect(spent(inMinutes(-30), inMinutes(-30), now)).toBe(1)
})
