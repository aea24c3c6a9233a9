import { expect, test } from 'vitest'
import { holds } from './train.ts'

test('the shipped model is what training on the seed gives', { timeout: 900_000 }, () => {
  expect(holds(), 'run npm run train').toBe(true)
})
