import { expect, test } from 'vitest'
import { changeOf, percent } from './change.ts'

test.each([
  [120, 100, 'amount', '+20%'],
  [80, 100, 'amount', '−20%'],
  [0.928, 0.951, 'share', '−2.3'],
] as const)('%s after %s moved by', (value, before, as, text) => {
  expect(changeOf(value, before, as)).toMatchObject({ text })
})

test('there is no per cent of nothing', () => {
  expect(changeOf(5, 0, 'amount')).toBeNull()
  expect(changeOf(5, null, 'amount')).toBeNull()
  expect(changeOf(null, 5, 'amount')).toBeNull()
  expect(changeOf(0, 0, 'amount')).toEqual({ kind: 'steady' })
})

test('shares are said in per cent', () => {
  expect(percent(0.928)).toBe('92.8%')
  expect(percent(1)).toBe('100%')
  expect(percent(null)).toBe('—')
})
