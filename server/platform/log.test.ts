import { expect, test } from 'vitest'
import { makeLog } from './log.ts'

test('personal data that an error quotes never reaches the log', () => {
  const lines: string[] = []
  const log = makeLog('info', { write: (line) => lines.push(line) })
  const cause = new Error('mail to zhaoxue@example.com refused')
  log.error({ err: new Error('invalid input: "13812342046"', { cause }) }, 'intake')
  const written = lines.join('')
  expect(written).toContain('invalid input')
  expect(written).toContain('138****2046')
  expect(written).not.toContain('13812342046')
  expect(written).not.toContain('zhaoxue@')
})
