import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkTree } from './tree-rules.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'huiyin-tree-'))
})

afterEach(() => rmSync(root, { recursive: true }))

test('short files with telling names are fine', () => {
  file('server/cases/close-case.ts', 150)
  file('server/customer-service/hours.ts', 1)
  expect(checkTree(root)).toEqual({ errors: [], warnings: [] })
})

test('over 150 lines is a warning, over 300 an error', () => {
  file('server/long.ts', 151)
  file('console/too-long.tsx', 301)
  expect(checkTree(root)).toEqual({
    errors: ['console/too-long.tsx: 301 lines; split it (at most 300)'],
    warnings: ['server/long.ts: 151 lines (better under 150)'],
  })
})

test('empty names are refused, for files and folders, once each', () => {
  file('server/utils.ts', 1)
  file('server/shared/one.ts', 1)
  file('server/shared/two.ts', 1)
  file('server/case-helpers.test.ts', 1)
  const named = checkTree(root).errors.map((error) => error.split(':')[0])
  expect(named.sort()).toEqual(['server/case-helpers.test.ts', 'server/shared', 'server/utils.ts'])
})

test('what we did not write is left alone', () => {
  file('node_modules/a/lib/utils.ts', 1000)
  file('data/postgres/common.ts', 1000)
  expect(checkTree(root)).toEqual({ errors: [], warnings: [] })
})

function file(path: string, lines: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '\n'.repeat(lines))
}
