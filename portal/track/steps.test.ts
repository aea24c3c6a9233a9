import { expect, test } from 'vitest'
import type { TrackView } from '../../contract/track.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { noticeWords } from './notices.ts'
import { judgedAnswer, nextOf, stepWords } from './steps.ts'

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
  expect(wordsOf('received', null)).toBe('已收到您的投诉')
  expect(wordsOf('assigned', '何清')).toBe('已有人负责：何清')
  expect(wordsOf('assigned', null)).toBe('已有人负责')
  expect(wordsOf('released', 'v3.2')).toBe('改好了，已随「v3.2」发布')
  expect(wordsOf('rated', '4')).toBe('您打了 4 分')
})

test('closing says how, and never shows a word that only we understand', () => {
  expect(wordsOf('closed', 'explained')).toBe('处理完了：已说明情况')
  expect(wordsOf('closed', null, aCase({ resolution: 'solved' }))).toBe('处理完了：已解决')
  expect(wordsOf('closed', 'toString')).toBe('处理完了')
})

test('of a suggestion nobody is asked whether it is solved', () => {
  const suggestion = aCase({ entry: 'suggestion' })
  expect(wordsOf('rejected', null)).toBe('您说还没解决，继续处理')
  expect(wordsOf('rejected', null, suggestion)).toBe('您还有话说，继续处理')
  expect(wordsOf('confirmed', null, suggestion)).not.toContain('解决')
  for (const words of [zh, en]) {
    const { suggestion: asked, complaint } = words.track.verdict
    for (const [key, said] of Object.entries(asked)) {
      expect(said).not.toMatch(/解决|solved/)
      expect(said).not.toBe(complaint[key as keyof typeof complaint])
    }
  }
})

test('a reminder promises nobody who is not there', () => {
  expect(zh.track.urged('何清')).toBe('已经催了，何清会看到')
  expect(zh.track.urged(null)).not.toContain('负责的人')
})

test('what comes next is the customer’s confirmation before anything else', () => {
  expect(nextOf(aCase())).toBe('answer')
  expect(nextOf(aCase({ state: 'waiting' }))).toBe('reply')
  expect(nextOf(aCase({ state: 'closed', can: ['confirm'] }))).toBe('confirm')
  expect(nextOf(aCase({ state: 'closed' }))).toBeNull()
})

test('the answer asked about is the newest one, and only while it is asked about', () => {
  const message = { direction: 'out' as const, author: null, notice: null, evidence: [], at }
  const messages = [
    { ...message, id: 'a', text: '在查' },
    { ...message, id: 'b', text: '已到账' },
    { ...message, id: 'c', text: '办结', direction: 'notice' as const },
  ]
  expect(judgedAnswer(aCase({ messages, can: ['confirm'] }))?.id).toBe('b')
  expect(judgedAnswer(aCase({ messages, can: ['add'] }))).toBeNull()
  expect(judgedAnswer(aCase({ can: ['confirm'] }))).toBeNull()
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
  expect(noticeWords(released, zh, 'zh-CN')).toBe('您说的问题改好了，已随「v3.2」发布。\n更稳了')
  expect(noticeWords(notice('closed', { resolution: 'toString' }), zh, 'zh-CN')).toBe('原话')
  expect(noticeWords(notice('received'), en, 'en')).toBe('原话')
})
