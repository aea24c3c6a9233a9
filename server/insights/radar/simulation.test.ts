/**
 * What docs/understanding.md says of spikes, on few seeds: fivefold ones are found within two
 * intervals, and what is no spike hardly ever alarms. `testing/measure.ts` measures many more.
 */
import { expect, test } from 'vitest'
import { measureAlarms, measureSpikes } from './testing/measure.ts'

/** Thousands of looks; a busy machine takes its time. */
const patienceMs = 600_000

test('weeks without a spike bring less than one false alarm a week', {
  timeout: patienceMs,
}, () => {
  const { alarms, weeks } = measureAlarms({ seeds: [11], casesPerDay: 40, days: 63 })
  expect(weeks).toBe(5)
  expect(alarms / weeks).toBeLessThan(1)
})

test('fivefold spikes are found within two intervals', { timeout: patienceMs }, () => {
  const { injected, found } = measureSpikes({ seeds: [21, 22], casesPerDay: 400, spikes: 4 })
  expect(injected).toBe(8)
  expect(found / injected).toBeGreaterThanOrEqual(0.85)
})
