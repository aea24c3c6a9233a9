import { expect, test } from 'vitest'
import { driftsIn } from './drift.ts'

const today = '2026-11-20'
/** The Monday so many weeks before the week of today. */
const week = (ago: number) =>
  new Date(Date.parse('2026-11-16') - ago * 7 * 86_400_000).toISOString().slice(0, 10)

const aWeek = (ago: number, judged: number, right: number, readings = 0, abstained = 0) => ({
  week: week(ago),
  readings,
  abstained,
  parts: [{ part: 'sentiment' as const, judged, right }],
})

test('a part that is right far less often than before is told', () => {
  const weeks = [aWeek(1, 50, 30), aWeek(8, 100, 90)]
  expect(driftsIn(weeks, today)).toEqual([
    { what: 'sentiment', recent: 0.6, before: 0.9, nRecent: 50, nBefore: 100 },
  ])
})

test('few texts, small changes, and changes that may be chance are not', () => {
  expect(driftsIn([aWeek(1, 20, 5), aWeek(8, 100, 90)], today)).toEqual([])
  expect(driftsIn([aWeek(1, 5000, 4350), aWeek(8, 5000, 4500)], today)).toEqual([])
  expect(driftsIn([aWeek(1, 30, 24), aWeek(8, 30, 26)], today)).toEqual([])
})

test('better is no alarm, and what is older than sixteen weeks does not count', () => {
  expect(driftsIn([aWeek(1, 60, 58), aWeek(8, 60, 30)], today)).toEqual([])
  expect(driftsIn([aWeek(1, 60, 30), aWeek(30, 60, 60)], today)).toEqual([])
})

test('so is leaving more to people', () => {
  const weeks = [aWeek(0, 0, 0, 400, 120), aWeek(9, 0, 0, 800, 80)]
  expect(driftsIn(weeks, today)).toMatchObject([{ what: 'abstained', recent: 0.3, before: 0.1 }])
})
