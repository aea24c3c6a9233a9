import { expect, test } from 'vitest'
import type { Entry } from '../../contract/values.ts'
import { homeOf } from './route-case.ts'

const kind = (entry: Entry, ...teams: (string | null)[]) =>
  teams.map((teamId) => ({ entry, teamId, archived: false }))

test('what has no category goes to the team that has more than half of its kind', () => {
  const categories = [
    ...kind('suggestion', 'product', 'logistics', 'product', 'product'),
    ...kind('complaint', 'complaints'),
  ]
  expect(homeOf('suggestion', categories)).toEqual({ teamId: 'product', assigneeId: null })
  expect(homeOf('complaint', categories).teamId).toBe('complaints')
})

test('where no team has, it goes to nobody; archived categories do not count', () => {
  expect(homeOf('feedback', []).teamId).toBeNull()
  expect(homeOf('feedback', kind('feedback', 'service', 'tech')).teamId).toBeNull()
  expect(homeOf('feedback', kind('feedback', 'service', null, null)).teamId).toBeNull()
  const archived = kind('feedback', 'old', 'old').map((one) => ({ ...one, archived: true }))
  expect(homeOf('feedback', [...archived, ...kind('feedback', 'service')]).teamId).toBe('service')
})
