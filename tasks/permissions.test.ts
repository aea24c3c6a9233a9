import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { page, permissionsPage } from './permissions.ts'

it('docs/permissions.md says what the contract says', () => {
  expect(readFileSync(page, 'utf8')).toBe(permissionsPage())
})
