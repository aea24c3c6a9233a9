import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { evaluateReadings } from './evaluate.ts'

const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
afterEach(() => {
  out.mockClear()
  err.mockClear()
})
const printed = (to: typeof out) => to.mock.calls.map(([text]) => String(text)).join('')

test('prints how well a labelled file is read', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'evaluate-')), 'own.csv')
  writeFileSync(file, 'text,label\n打开就闪退,bug\n客服真好谢谢,praise\n')
  expect(evaluateReadings(['--task', 'kind', '--file', file])).toBe(0)
  expect(JSON.parse(printed(out))).toMatchObject({ task: 'kind', rows: 2 })
})

test('what is wrong with the arguments is said in a sentence', () => {
  expect(evaluateReadings(['--task', 'weather'])).toBe(2)
  expect(printed(err)).toContain('Unknown task "weather"')
  expect(evaluateReadings(['--nonsense'])).toBe(2)
  expect(evaluateReadings(['--task', 'kind', '--file', '/no/such/file.csv'])).toBe(2)
  expect(printed(err)).toContain('/no/such/file.csv')
})
