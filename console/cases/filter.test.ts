import { expect, test } from 'vitest'
import { CaseFilter } from '../../contract/cases.ts'
import { parseSearch, stringifySearch } from '../url-search.ts'
import {
  choosing,
  cleared,
  countFilters,
  everywhere,
  opening,
  queryOf,
  searchFrom,
  sortOf,
} from './filter.ts'

const one = '0197a3c0-0000-7000-8000-000000000001'
const other = '0197a3c0-0000-7000-8000-000000000002'
const everything = {
  view: 'open',
  q: '退款 + 100%&更多',
  channel: `${one},${other}`,
  entry: 'complaint',
  category: one,
  kind: 'bug,praise',
  sentiment: 'negative',
  urgency: 'high,critical',
  priority: 'urgent',
  team: one,
  assignee: other,
  problem: one,
  import: one,
  customer: one,
  version: '3.2.1, beta',
  platform: 'Android',
  device: 'none',
  region: '广东',
  order: 'yes',
  money: 'no',
  alert: one,
  openedFrom: '2026-11-01',
  openedTo: '2026-11-21',
  closedFrom: '2026-11-02',
  closedTo: '2026-11-03',
  promise: 'broken',
  answered: 'no',
  resolved: 'yes',
  score: '1,2',
  sort: 'due',
}

test('every filter of the contract survives the way to the URL and back', () => {
  expect(Object.keys(everything).sort()).toEqual(Object.keys(CaseFilter.shape).sort())
  const found = searchFrom(parseSearch(stringifySearch(everything)))
  expect(found).toEqual(everything)
  expect(CaseFilter.safeParse(found).success).toBe(true)
})

test('digits in the search stay text', () => {
  expect(searchFrom(parseSearch('?q=10427&score=5'))).toEqual({ q: '10427', score: '5' })
})

test('what the contract does not understand is left out', () => {
  expect(searchFrom({ view: 'nowhere', kind: 'bug', kindle: '1', channel: 'x', sort: 3 })).toEqual({
    kind: 'bug',
  })
})

test('choosing nothing takes a filter out', () => {
  expect(choosing({ kind: 'bug' }, 'kind', [])).toEqual({})
  expect(choosing({ kind: 'bug' }, 'kind', ['bug', 'praise'])).toEqual({ kind: 'bug,praise' })
  expect(choosing({ kind: 'bug' }, 'q', '')).toEqual({ kind: 'bug' })
})

test('a range of days counts once, and clearing keeps the view', () => {
  const search = {
    ...opening('due'),
    openedFrom: '2026-11-01',
    openedTo: '2026-11-02',
    kind: 'bug',
  }
  expect(countFilters(search)).toBe(2)
  expect(cleared(search)).toEqual({ view: 'due', sort: 'due' })
})

test('the same filter is the same query, however it was put together', () => {
  expect(JSON.stringify(queryOf({ sort: 'due', kind: 'bug', view: 'all' }))).toBe(
    JSON.stringify(queryOf({ view: 'all', sort: 'due', kind: 'bug' })),
  )
})

test('words are offered in all cases where the list is narrower than that', () => {
  expect(everywhere({ view: 'mine', q: '退款', sort: 'due' })).toEqual({ view: 'all', q: '退款' })
  expect(everywhere({ q: '退款', channel: one })).toEqual({ view: 'all', q: '退款' })
  expect(everywhere({ view: 'all', q: '退款' })).toBeNull()
  expect(everywhere({ view: 'mine' })).toBeNull()
})

test('an address without an order is in that of the contract', () => {
  expect(sortOf({})).toBe('newest')
  expect(sortOf({ sort: 'due' })).toBe('due')
})
