import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, VITEST } from './run.ts'
import type { Score } from './score.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Runs Vitest and counts its tests; a file that cannot be loaded counts as one failed test. */
export async function runVitest(
  parameters: string[],
  env: Record<string, string> = {},
): Promise<Score> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-vitest-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const code = await run([...VITEST, 'run', ...reporters, ...parameters], {
      ...env,
      HUIYIN_TEST_FOLDER: folder, // what an interrupted run leaves goes with it
    })
    return scoreOf(readReport(file), code)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

export function scoreOf(report: Report | undefined, exitCode: number): Score {
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  )
  const failed = report.numFailedTests + broken.length
  // An error outside every test (or a crash after the report) shows in the exit code only.
  const unexplained = failed === 0 && exitCode !== 0
  return { passed: report.numPassedTests, failed: unexplained ? 1 : failed }
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // Vitest crashed before it could write one; its output says why
  }
}
