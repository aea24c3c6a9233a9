import { expect, test } from 'vitest'
import type { KeptReceipt } from '../receipts/receipts.ts'
import { similarReceipt } from './similar.ts'

const now = Date.parse('2026-03-06T02:00:00Z')
const day = 24 * 60 * 60 * 1000
function aReceipt(title: string, given: Partial<KeptReceipt> = {}): KeptReceipt {
  return {
    number: 1042,
    code: 'K7M2QX9TRB',
    entry: 'feedback',
    title,
    receivedAt: new Date(now - 3 * day).toISOString(),
    promisedAt: new Date(now).toISOString(),
    link: '',
    isRepeated: false,
    ...given,
  }
}
const look = (text: string, receipts: KeptReceipt[], categoryId: string | null = null) =>
  similarReceipt(receipts, { text, categoryId }, now)?.number

test('the same matter said again is found, another is not', () => {
  const receipts = [aReceipt('冰箱门封条松了，关不严'), aReceipt('发票抬头开错了', { number: 7 })]
  expect(look('上次说的冰箱门封条还是关不严，什么时候来修', receipts)).toBe(1042)
  expect(look('开错的发票抬头怎么还没改', receipts)).toBe(7)
  expect(look('快递三天没动了', receipts)).toBeUndefined()
})

test('less is enough within a category, nothing is without any likeness', () => {
  const receipts = [aReceipt('洗衣机甩干的时候声音特别大', { categoryId: 'c1' })]
  const text = '还是那台洗衣机，师傅来过以后声音没变小，甩干一样响'
  expect(look(text, receipts, 'c2')).toBeUndefined()
  expect(look(text, receipts, 'c1')).toBe(1042)
  expect(look('想退掉昨天买的床单', receipts, 'c1')).toBeUndefined()
})

test('what is older than a month, or hardly begun, is left alone', () => {
  const old = aReceipt('冰箱门封条松了', { receivedAt: new Date(now - 31 * day).toISOString() })
  expect(look('冰箱门封条又松了一截', [old])).toBeUndefined()
  expect(look('冰箱', [aReceipt('冰箱门封条松了')])).toBeUndefined()
})
