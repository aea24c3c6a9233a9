import { expect, test } from 'vitest'
import type { TrackView } from '../../contract/track.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { noticeWords } from './notices.ts'
import { nextOf, stepWords } from './steps.ts'

const at = '2026-11-21T02:46:00.000Z'
const aCase = (changes: Partial<TrackView> = {}): TrackView => ({
  number: 1042,
  entry: 'complaint',
  text: '少了一只',
  fields: [],
  evidence: [],
  saidAt: at,
  state: 'open',
  resolution: null,
  promisedAt: at,
  promise: 'running',
  answerDueAt: null,
  handler: null,
  messages: [],
  timeline: [],
  survey: null,
  can: [],
  urgeAgainAt: null,
  ...changes,
})
const wordsOf = (
  step: TrackView['timeline'][number]['step'],
  detail: string | null,
  view = aCase(),
) => stepWords({ step, at, detail }, view, zh)

test('steps are told in words, with the name or version they speak of', () => {
  expect(wordsOf('received', null).line).toBe('已收到您的投诉')
  expect(wordsOf('assigned', '何清').line).toBe('何清来负责')
  expect(wordsOf('assigned', null).line).toBe('已安排人负责')
  expect(wordsOf('released', 'v3.2').line).toBe('改好了，已随 v3.2 发布')
  expect(wordsOf('rated', '4').line).toBe('您打了 4 分')
})

test('closing says how, and never shows a word that only we understand', () => {
  expect(wordsOf('closed', 'explained').line).toBe('处理完了：已说明情况')
  expect(wordsOf('closed', null, aCase({ resolution: 'solved' })).line).toBe('处理完了：已解决')
  expect(wordsOf('closed', 'toString').line).toBe('处理完了')
})

test('an answer shows its first line', () => {
  const message = {
    id: 'm',
    direction: 'out' as const,
    author: null,
    notice: null,
    evidence: [],
    at,
  }
  const view = aCase({ messages: [{ ...message, text: `\n${'查'.repeat(70)}\n第二行` }] })
  expect(wordsOf('answered', null, view).quote).toBe(`${'查'.repeat(60)}…`)
  expect(wordsOf('answered', null).quote).toBeNull()
})

test('of two answers in a row, each step shows its own', () => {
  const message = { direction: 'out' as const, author: null, notice: null, evidence: [] }
  const second = '2026-11-21T02:46:02.000Z'
  const messages = [
    { ...message, id: 'a', text: '查到了', at },
    { ...message, id: 'b', text: '单号在这里', at: second },
  ]
  const view = aCase({ messages })
  expect(wordsOf('answered', null, view).quote).toBe('查到了')
  const { quote } = stepWords({ step: 'answered', at: second, detail: null }, view, zh)
  expect(quote).toBe('单号在这里')
})

test('what comes next is the customer’s confirmation before anything else', () => {
  expect(nextOf(aCase())).toBe('answer')
  expect(nextOf(aCase({ state: 'waiting' }))).toBe('reply')
  expect(nextOf(aCase({ state: 'closed', can: ['confirm'] }))).toBe('confirm')
  expect(nextOf(aCase({ state: 'closed' }))).toBeNull()
})

test('notices speak the language of the page; unknown ones keep their own words', () => {
  const notice = (name: 'closed' | 'released' | 'received', values = {}) => ({
    id: 'n',
    direction: 'notice' as const,
    author: null,
    text: '原话',
    notice: { name, values },
    evidence: [],
    at,
  })
  const closed = notice('closed', { resolution: 'duplicate' })
  expect(noticeWords(closed, zh, 'zh-CN')).toContain('合并处理')
  expect(noticeWords(closed, en, 'en')).toContain('same matter')
  const released = notice('released', { release: 'v3.2', notes: '更稳了' })
  expect(noticeWords(released, zh, 'zh-CN')).toBe('您说的问题改好了，已随 v3.2 发布。\n更稳了')
  expect(noticeWords(notice('closed', { resolution: 'toString' }), zh, 'zh-CN')).toBe('原话')
  expect(noticeWords(notice('received'), en, 'en')).toBe('原话')
})
