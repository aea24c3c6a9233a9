import { expect, test } from 'vitest'
import { leastForShare } from '../../contract/quality.ts'
import { percent, shareOf } from './share.ts'

test('a share of few texts is not said', () => {
  expect(shareOf(leastForShare - 1, leastForShare - 1)).toBeNull()
  expect(shareOf(15, leastForShare)).toBe('75%')
})

test('close to the ends there is a decimal, so that nearly all is not all', () => {
  expect([percent(1), percent(0.996), percent(0.86), percent(0.004), percent(0)]).toEqual([
    '100%',
    '99.6%',
    '86%',
    '0.4%',
    '0%',
  ])
})
