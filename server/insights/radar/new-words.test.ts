import { expect, test } from 'vitest'
import { newWords } from './new-words.ts'

const before = Array.from({ length: 200 }, (_, i) =>
  i % 3 === 0 ? '快递还没有到，请看一下物流' : '退款什么时候到账，订单已经取消了',
)

test('what many say now and hardly anybody said before is new', () => {
  const now = [
    '付款一直转圈，订单交不了',
    '点付款就一直转圈',
    '支付页一直转圈 退款也慢',
    '结账一直转圈打不开',
    '一直转圈付不了款',
  ]
  const words = newWords(now, before)
  expect(words[0]).toMatchObject({ texts: 5, before: 0 })
  expect(words[0]?.word).toContain('转圈')
  expect(words.map(({ word }) => word)).not.toContain('退款')
})

test('pieces of one phrase are told as the phrase', () => {
  const words = newWords(Array(6).fill('扫码之后黑屏卡死'), before)
  expect(words.map(({ word }) => word)).toEqual(['扫码之后黑屏卡死'])
})

test('Latin words count whole, and few texts say nothing', () => {
  expect(newWords(['error e5021', '又是 e5021', 'e5021 啥意思'], before)[0]?.word).toBe('e5021')
  expect(newWords(['error e5021', '又是 e5021'], before)).toEqual([])
})

test('what was always said is not new', () => {
  expect(newWords(before.slice(0, 40), before)).toEqual([])
})
