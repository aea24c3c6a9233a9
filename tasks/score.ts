import { writeFileSync } from 'node:fs'

export interface Score {
  passed: number
  failed: number
}

/** Where a stage leaves its numbers for `.ci/run`, which prints the only total then. */
const RESULT_FILE = process.env.HUIYIN_TEST_RESULT

export function add(scores: Score[]): Score {
  return {
    passed: scores.reduce((sum, { passed }) => sum + passed, 0),
    failed: scores.reduce((sum, { failed }) => sum + failed, 0),
  }
}

export function one(isPassed: boolean): Score {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Ends a stage: the last line of its output, the file for `.ci/run`, and the exit code. */
export function finish(stage: string, score: Score): never {
  if (RESULT_FILE) {
    writeFileSync(RESULT_FILE, JSON.stringify(score))
    console.log(`${stage}: ${score.passed} passed and ${score.failed} failed`)
  } else {
    console.log(`${score.passed} passed, ${score.failed} failed`)
  }
  process.exit(score.failed > 0 || score.passed === 0 ? 1 : 0)
}
