import { expect, test } from 'vitest'
import { planFor } from './bulk-plan.ts'

const row = (id: string, more: object = {}) => ({
  id,
  state: 'open' as const,
  firstReplyAt: '2026-03-06T02:00:00Z',
  priority: 'normal' as const,
  category: null,
  ...more,
})
const rows = [
  row('a'),
  row('b', { state: 'closed' }),
  row('c', { firstReplyAt: null }),
  row('d', { priority: 'urgent', category: { id: 'x', name: '物流', nameEn: null } }),
]
const chosen = new Map(['a', 'b', 'c', 'd', 'gone'].map((id, at) => [id, at]))
const plan = (act: Parameters<typeof planFor>[0]) => {
  const { change, skipped } = planFor(act, chosen, rows)
  return [change.map(([id]) => id), skipped]
}

test('closing leaves out what is closed, and what must be answered first', () => {
  expect(plan({ verb: 'close', body: { resolution: 'solved' } })).toEqual([
    ['a', 'd', 'gone'],
    { closed: 1, unanswered: 1 },
  ])
  expect(plan({ verb: 'close', body: { resolution: 'duplicate' } })).toEqual([
    ['a', 'c', 'd', 'gone'],
    { closed: 1 },
  ])
})

test('what is so already is left alone', () => {
  expect(plan({ verb: 'prioritise', body: { priority: 'urgent' } })).toEqual([
    ['a', 'b', 'c', 'gone'],
    { same: 1 },
  ])
  expect(plan({ verb: 'move', body: { categoryId: 'x' } })).toEqual([
    ['a', 'b', 'c', 'gone'],
    { same: 1 },
  ])
})
