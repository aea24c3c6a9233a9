import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const program = new URL('./train.ts', import.meta.url).pathname

/** In a process of its own: training leaves no turn to anything else for a minute or more. */
test('the shipped model is what training on the seed gives', { timeout: 900_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--check'])
  expect(stdout).toContain('is what training gives')
})
