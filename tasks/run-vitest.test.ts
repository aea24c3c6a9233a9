import { expect, test } from 'vitest'
import { scoreOf } from './run-vitest.ts'

const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] }
const unloadable = { status: 'failed', assertionResults: [] }
const report = { numPassedTests: 1, numFailedTests: 0, testResults: [passed] }

test('passed tests count', () => {
  expect(scoreOf(report, 0)).toEqual({ passed: 1, failed: 0 })
})

test('a file that cannot be loaded is a failure', () => {
  const testResults = [passed, unloadable]
  expect(scoreOf({ ...report, testResults }, 1)).toEqual({ passed: 1, failed: 1 })
})

test('an error outside every test is a failure', () => {
  expect(scoreOf(report, 1)).toEqual({ passed: 1, failed: 1 })
})

test('no report is a failure', () => {
  expect(scoreOf(undefined, 0)).toEqual({ passed: 0, failed: 1 })
})
