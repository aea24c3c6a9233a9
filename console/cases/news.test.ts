import { expect, test } from 'vitest'
import type { Happening, MessageView } from '../../contract/cases.ts'
import { newsSince, seenOf } from './news.ts'

const at = '2026-03-06T02:00:00Z'
const message = (
  id: string,
  direction: MessageView['direction'],
  author: string | null,
): MessageView => ({
  id,
  direction,
  author,
  text: id,
  notice: null,
  evidence: [],
  at,
  drafted: null,
  deliveries: [],
})
const happening = (type: string, by: string): Happening => ({ type, by, at, data: {} })

const before = {
  messages: [message('1', 'in', '客户'), message('2', 'out', '乙')],
  happenings: [happening('case.closed', '乙')],
}
const keys = (later: typeof before, kind: 'reply' | 'note') =>
  newsSince(
    {
      messages: [...before.messages, ...later.messages],
      happenings: [...before.happenings, ...later.happenings],
    },
    seenOf(before),
    { kind, me: '甲' },
  ).map((one) => (one.what === 'message' ? one.message.id : one.what))

test('what stood there when the writer began is no news, nor is what they do themselves', () => {
  const mine = [message('3', 'out', '甲'), message('4', 'note', '甲')]
  expect(keys({ messages: [], happenings: [] }, 'reply')).toEqual([])
  expect(keys({ messages: mine, happenings: [happening('case.closed', '甲')] }, 'reply')).toEqual(
    [],
  )
})

test('answers, notes and closings of others are; of the rest only what the customer says, to who answers', () => {
  const later = {
    messages: [
      message('3', 'out', '乙'),
      message('4', 'note', '乙'),
      message('5', 'notice', null),
      message('6', 'in', '客户'),
    ],
    happenings: [happening('case.prioritised', '乙'), happening('case.closed', '乙')],
  }
  expect(keys(later, 'reply')).toEqual(['3', '4', '6', 'closed'])
  expect(keys(later, 'note')).toEqual(['3', '4', 'closed'])
})
