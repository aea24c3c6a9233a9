import { expect, test } from 'vitest'
import { dictionaries } from '../words/words.tsx'
import { changesIn, labelNames, type Standing } from './reading-labels.ts'

const before: Standing = {
  kind: 'bug',
  topics: ['function', 'performance'],
  sentiment: 'negative',
  urgency: 'high',
  risks: [],
}

test('only what was changed is sent: the rest nobody has judged', () => {
  expect(changesIn(before, { ...before, sentiment: 'neutral', risks: ['churn'] })).toEqual({
    sentiment: 'neutral',
    risks: ['churn'],
  })
  expect(changesIn(before, { ...before })).toEqual({})
})

test('which topic comes first is a change, and so is having none', () => {
  const turned: Standing = { ...before, topics: ['performance', 'function'] }
  expect(changesIn(before, turned)).toEqual({ topics: ['performance', 'function'] })
  expect(changesIn(before, { ...before, topics: [] })).toEqual({ topics: [] })
})

test('labels are called by their names, none by its own', () => {
  const zh = dictionaries['zh-CN']
  expect(labelNames('topics', ['delivery', 'price'], zh)).toBe('物流配送、价格优惠')
  expect(labelNames('risks', [], zh)).toBe('没有')
})
