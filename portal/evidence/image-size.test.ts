import { expect, test } from 'vitest'
import { isWorthIt, planImage, SHRINK_ABOVE_BYTES } from './image-size.ts'

const MB = 1024 * 1024
const aPhoto = { mime: 'image/jpeg', bytes: 6 * MB, width: 4000, height: 3000 }

test('a small photo is sent untouched', () => {
  expect(planImage({ ...aPhoto, bytes: SHRINK_ABOVE_BYTES })).toEqual({ action: 'keep' })
})

test('a large photo is redrawn at five million pixels, in its proportions', () => {
  const plan = planImage(aPhoto)
  if (plan.action !== 'redraw') throw new Error('kept')
  expect(plan.width * plan.height).toBeGreaterThan(4_900_000)
  expect(plan.width * plan.height).toBeLessThan(5_100_000)
  expect(plan.width / plan.height).toBeCloseTo(4 / 3, 2)
})

test('a photo of few pixels is never made larger', () => {
  expect(planImage({ ...aPhoto, width: 1200, height: 900 })).toMatchObject({
    width: 1200,
    height: 900,
  })
})

test('a long screenshot stays readable across', () => {
  const plan = planImage({ mime: 'image/png', bytes: 8 * MB, width: 1170, height: 12_000 })
  expect(plan).toMatchObject({ action: 'redraw', width: 1080 })
})

test('an endless screenshot becomes as small as an old phone’s canvas wants', () => {
  const plan = planImage({ mime: 'image/png', bytes: 20 * MB, width: 1440, height: 60_000 })
  if (plan.action !== 'redraw') throw new Error('kept')
  expect(plan.width * plan.height).toBeLessThanOrEqual(16_100_000)
})

test('an animation is left alone', () => {
  expect(planImage({ ...aPhoto, mime: 'image/gif' })).toEqual({ action: 'keep' })
})

test('a HEIC photo is always redrawn, because few can read it', () => {
  expect(planImage({ ...aPhoto, mime: 'image/heic', bytes: 1000 }).action).toBe('redraw')
  expect(isWorthIt('image/heic', 1000, 5000)).toBe(true)
})

test('a redrawn photo that saves nothing is thrown away', () => {
  expect(isWorthIt('image/jpeg', 1000, 950)).toBe(false)
  expect(isWorthIt('image/jpeg', 1000, 400)).toBe(true)
})
