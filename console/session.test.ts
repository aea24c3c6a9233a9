import { expect, test } from 'vitest'
import { safeReturn } from './session.ts'

test('after signing in one returns to the console, and nowhere else', () => {
  expect(safeReturn('/console/w/home/inbox?view=mine')).toBe('/console/w/home/inbox?view=mine')
  for (const elsewhere of [
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/consolex',
    'javascript:alert(1)',
  ]) {
    expect(safeReturn(elsewhere)).toBe('/console/')
  }
})
