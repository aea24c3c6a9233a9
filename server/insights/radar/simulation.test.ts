/**
 * What docs/understanding.md says of spikes, on fewer seeds: fivefold ones are found within two
 * intervals, and what is no spike hardly ever alarms. `npm run spikes` measures many more.
 */
import { expect, test } from 'vitest'
import { measureAlarms, measureSpikes } from './testing/measure.ts'

test('months without a spike bring less than one false alarm a week', () => {
  const { alarms, weeks } = measureAlarms({ seeds: [11], casesPerDay: 60, days: 70 })
  expect(weeks).toBeGreaterThan(5)
  expect(alarms / weeks).toBeLessThan(1)
})

test('fivefold spikes are found within two intervals', () => {
  const { injected, found } = measureSpikes({ seeds: [21, 22], casesPerDay: 400, spikes: 4 })
  expect(injected).toBe(8)
  expect(found / injected).toBeGreaterThanOrEqual(0.85)
})
