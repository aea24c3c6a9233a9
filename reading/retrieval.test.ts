import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { lookUp, type Passage, shelve } from './index.ts'

const known: Passage[] = [
  { id: 'refund', text: '退款多久到账' },
  { id: 'refund', text: '钱怎么还没退回来' },
  { id: 'crash', text: '一打开就闪退' },
  { id: 'crash', text: 'the app crashes when I open it' },
  { id: 'invoice', text: '怎样开发票' },
]
const shelf = shelve(known)
const first = (text: string) => lookUp(shelf, text)[0]?.id

test('the nearest wording is found, in the words of another', () => {
  expect(first('我的退款到底多久才能到账啊')).toBe('refund')
  expect(first('退款多久能到賬')).toBe('refund')
  expect(first('點開就閃退')).toBe('crash')
  expect(first('It crashed again after opening')).toBe('crash')
  expect(first('公司报销，发票怎样开')).toBe('invoice')
})

test('a story is found by its point', () => {
  const story =
    '上个月我给家里老人挑了台电饭煲，颜色挺好看的，老人也喜欢，后来发现家里已经有一台了，于是联系客服。客服让寄回，我也寄了。现在就想知道退款多久到账。'
  expect(first(story)).toBe('refund')
})

test('the same words score one, others less, none at all nothing', () => {
  const [same] = lookUp(shelf, '怎样开发票')
  const [near] = lookUp(shelf, '发票的抬头')
  expect(same?.score).toBeGreaterThan(0.6)
  expect(near?.score).toBeLessThan(same?.score ?? 0)
  expect(lookUp(shelf, '窗外下雨')).toEqual([])
  expect(lookUp(shelf, '怎样开发票', { least: 1.01 })).toEqual([])
  expect(lookUp(shelf, '退款 闪退 发票', { most: 2 })).toHaveLength(2)
})

test('searching twice finds the same', () => {
  const once = lookUp(shelf, '退款没到账')
  lookUp(shelf, '闪退')
  expect(lookUp(shelf, '退款没到账')).toEqual(once)
})

test('nothing breaks it, and nothing takes long', () => {
  const odd = [
    '',
    '\u0000',
    '\ud800',
    '😀'.repeat(500_000),
    '退'.repeat(1_000_000),
    '。'.repeat(1e5),
  ]
  for (const text of odd) expect(() => lookUp(shelf, text)).not.toThrow()
  for (const text of odd) expect(() => lookUp(shelve([{ id: 'a', text }]), text)).not.toThrow()
  expect(lookUp(shelve([]), '退款')).toEqual([])
})

test('is measured on questions with and without an answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'retrieval-'))
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const questions = file('q.tsv', 'text\tlabel\n退款到账要多久\trefund\n窗外下雨\t\n')
  const article = { id: 'refund', title: '退款', body: '', variants: ['退款多久到账'] }
  const answers = file('a.jsonl', `${JSON.stringify(article)}\n`)
  const task = ['--task', 'retrieval', '--file', questions]
  expect(evaluate([...task, '--answers', answers])).toMatchObject({
    rows: 2,
    answers: 1,
    recallAt1: 1,
    rightShown: 1,
    shownForNothing: 0,
  })
  expect(evaluate(task)).toBe('Say which file holds the known texts with --answers.')
})
