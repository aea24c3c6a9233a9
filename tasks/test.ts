/**
 * npm test                       every check and every test that needs no browser
 * npm test -- server/cases       only these tests; what follows `--` goes to Vitest
 * npm test -- --database-only    only the tests that touch the database (on DATABASE_URL when set)
 *
 * The last line says "N passed, N failed"; each check counts as one.
 */
import { checks } from './checks.ts'
import { runVitest } from './run-vitest.ts'
import { add, finish, one, type Score } from './score.ts'

const DATABASE_ONLY = '--database-only'
const parameters = process.argv.slice(2)
const isDatabaseOnly = parameters.includes(DATABASE_ONLY)
const forVitest = parameters.filter((parameter) => parameter !== DATABASE_ONLY)

const scores: Score[] = []
if (parameters.length === 0) {
  for (const [name, check] of Object.entries(checks)) {
    console.log(`\n── ${name}`)
    const isPassed = await check()
    console.log(`── ${name}: ${isPassed ? 'passed' : 'FAILED'}`)
    scores.push(one(isPassed))
  }
}
scores.push(await runVitest(forVitest, isDatabaseOnly ? { HUIYIN_TEST_DATABASE_ONLY: '1' } : {}))
finish(isDatabaseOnly ? 'database tests' : 'tests', add(scores))
