import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { measureSets, measureSingles } from './scores.ts'

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'))

function aFile(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('scores a CSV with mapped labels', () => {
  const file = aFile('moods.csv', '\ufefflabel,review\n1,很好用\n0,"太差了,退钱"\n0,很满意\n')
  const args = [
    '--task',
    'sentiment',
    '--file',
    file,
    '--text',
    'review',
    '--map',
    '1=positive,0=negative',
  ]
  expect(evaluate(args)).toMatchObject({
    rows: 3,
    accuracy: 0.6667,
    perLabel: { negative: { precision: 1, recall: 0.5 }, positive: { precision: 0.5, recall: 1 } },
  })
})

test('reads JSON lines with sets of labels', () => {
  const lines = [
    { text: '打12315', label: ['regulator'] },
    { text: '你好', label: [] },
  ]
  const file = aFile('risks.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
  expect(evaluate(['--task', 'risks', '--file', file])).toMatchObject({
    accuracy: 1,
    coverage: 0.5,
  })
})

test('a column that is not there is named with those that are', () => {
  const file = aFile('other.tsv', 'body\tkind\n闪退\tbug\n')
  expect(evaluate(['--task', 'kind', '--file', file])).toBe(
    'No column "text", "label". Columns found: body, kind',
  )
})

test('an unknown task is answered with the tasks there are', () => {
  expect(evaluate(['--task', 'weather'])).toMatch(/^Unknown task "weather"\. Tasks: kind, /)
})

test('macro-F1 is over the labels that occur; rows not judged lower coverage', () => {
  const scores = measureSingles([
    { gold: 'a', label: 'a', covered: true },
    { gold: 'a', label: 'c', covered: false },
    { gold: 'b', label: 'b', covered: true },
  ])
  expect(scores).toMatchObject({ accuracy: 0.6667, coverage: 0.6667, accuracyWhenCovered: 1 })
  expect(scores.macroF1).toBeCloseTo((2 / 3 + 1) / 2, 3)
})

test('a set is right only as a whole', () => {
  const rows = [
    { gold: ['a', 'b'], said: ['b', 'a'] },
    { gold: ['a'], said: ['a', 'b'] },
    { gold: [], said: [] },
  ]
  expect(measureSets(rows).accuracy).toBe(0.6667)
})
