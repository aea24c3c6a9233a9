import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'

test.each([
  ['ＡＰＰ　閃退了', 'app 闪退了'],
  ['請問這個訂單什麼時候發貨？', '请问这个订单什么时候发货?'],
  ['退\u200b款\u0000\u202e失败', '退款失败'],
  ['  两\r\n行\t文字 ', '两 行 文字'],
  ['①㎏', '1kg'],
  ['好\ud800的', '好的'],
  ['❤️', '❤'],
])('%j → %j', (text, expected) => {
  expect(normalise(text)).toBe(expected)
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text))
    }),
  )
})
