import { expect, test } from 'vitest'
import { clockChoices, clockOf, isSound, nextShift } from './shifts.ts'

test('minutes read as the clock does', () => {
  expect(clockOf(0)).toBe('00:00')
  expect(clockOf(9 * 60 + 5)).toBe('09:05')
  expect(clockOf(1440)).toBe('24:00')
})

test('an odd time that was chosen stays to be chosen', () => {
  expect(clockChoices(540, 660, 545)).toEqual([540, 545, 570, 600, 630, 660])
})

test('shifts follow each other', () => {
  expect(
    isSound([
      [540, 720],
      [780, 1080],
    ]),
  ).toBe(true)
  expect(
    isSound([
      [540, 720],
      [720, 1080],
    ]),
  ).toBe(true)
  expect(
    isSound([
      [540, 800],
      [780, 1080],
    ]),
  ).toBe(false)
  expect(isSound([[540, 540]])).toBe(false)
  expect(isSound([])).toBe(true)
})

test('another shift fits after the last, while the day lasts', () => {
  expect(nextShift([])).toEqual([540, 1080])
  expect(nextShift([[540, 720]])).toEqual([780, 1020])
  expect(nextShift([[540, 1380]])).toEqual([1380, 1440])
  expect(nextShift([[540, 1440]])).toBeNull()
})
