import { expect, test } from 'vitest'
import { planFor } from './bulk-plan.ts'

const row = (id: string, more: object = {}) => ({
  id,
  state: 'open' as const,
  firstReplyAt: '2026-03-06T02:00:00Z',
  priority: 'normal' as const,
  category: null,
  team: null,
  assignee: null,
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

test('nobody is given what is over, nor what they have', () => {
  const mei = { id: 'mei', name: '梅' }
  const desk = { id: 'desk', name: '客服' }
  const held = [row('a', { assignee: mei, team: desk }), row('b', { team: desk }), row('c')]
  const gone = row('d', { state: 'closed' })
  const given = (body: { teamId?: string | null; assigneeId?: string | null }) => {
    const all = [...held, gone]
    const ids = new Map(all.map(({ id }, at) => [id, at]))
    const { change, skipped } = planFor({ verb: 'assign', body }, ids, all)
    return [change.map(([id]) => id), skipped]
  }
  expect(given({ assigneeId: 'mei' })).toEqual([['b', 'c'], { closed: 1, same: 1 }])
  expect(given({ teamId: 'desk', assigneeId: null })).toEqual([['a', 'c'], { closed: 1, same: 1 }])
  expect(given({ assigneeId: null })).toEqual([['a'], { closed: 1, same: 2 }])
})
