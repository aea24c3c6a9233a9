import { expect, test } from 'vitest'
import { dictionaries } from '../words/words.tsx'
import { noticeText } from './notice.ts'

const received = {
  text: '已收到，今天 18:00 前会有人答复。',
  notice: {
    name: 'received' as const,
    values: { number: 7, promisedAt: '2026-11-20T10:00:00Z' },
  },
}
const read = (at: string) =>
  noticeText(received, { now: Date.parse(at), zone: 'Asia/Shanghai', words: dictionaries.en })

test('the day a notice speaks of is told as of when it is read, not of when it was sent', () => {
  expect(read('2026-11-20T02:00:00Z')).toContain('by today 18:00')
  expect(read('2026-11-22T02:00:00Z')).not.toContain('today')
  expect(read('2026-11-22T02:00:00Z')).toContain('20 Nov 18:00')
})

test('what is no notice stands as it was sent', () => {
  const words = dictionaries.en
  expect(noticeText({ text: '好的', notice: null }, { now: 0, zone: 'UTC', words })).toBe('好的')
})
