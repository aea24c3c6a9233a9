import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Node itself, without the warnings about features that are new in it. */
export const NODE = [process.execPath, '--disable-warning=ExperimentalWarning'] as const
export const VITEST = [...NODE, join(ROOT, 'node_modules/vitest/vitest.mjs')] as const
export const BIOME = [...NODE, join(ROOT, 'node_modules/@biomejs/biome/bin/biome')] as const
export const TSC = [...NODE, join(ROOT, 'node_modules/typescript/bin/tsc')] as const

/** Runs a command in the project's folder with our output; resolves with its exit code. */
export function run(command: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const [program = '', ...parameters] = command
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const interrupt = () => child.kill('SIGINT')
    const reasons = ['SIGINT', 'SIGTERM', 'disconnect'] as const
    for (const reason of reasons) process.on(reason, interrupt)
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(127)
    })
    child.once('exit', (code) => {
      for (const reason of reasons) process.off(reason, interrupt)
      resolve(code ?? 1)
    })
  })
}
