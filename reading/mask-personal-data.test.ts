import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskPersonalData } from './mask-personal-data.ts'
import { findPersonalData } from './personal-data.ts'

test.each([
  ['我是李雷，电话13812342046', '我是李雷，电话138****2046'],
  ['+86 138-1234-2046', '+86 138-****-2046'],
  ['１３８１２３４２０４６', '１３８****２０４６'],
  ['身份证11010519491231002x', '身份证110*************2x'],
  ['卡 6222 0212 3456 7890 123', '卡 6222 **** **** ***0 123'],
  ['zhang.san@x.com', 'z***@x.com'],
  ['座机010-62345678', '座机010-6*****78'],
  ['家住杭州市西湖区文三路12号3幢402室。', '家住[地址]。'],
  ['订单号 TB20240101123456', '订单号 TB20********3456'],
  ['微信号lilei_2046', '微信号l****_****'],
  ['车牌粤Z1234港', '车牌粤Z***4港'],
  ['热线95588，版本3.2.1', '热线95588，版本3.2.1'],
])('%s → %s', (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked)
})

const pieces = fc.constantFrom(
  '13812342046',
  '+86 138-1234-2046',
  '11010519491231002x',
  '6222021234567890123',
  'zhang@x.com',
  '010-62345678',
  '杭州市文三路12号3幢',
  '订单号20240101123456',
  '微信lilei_88',
  '京A12345',
  ' ',
  '，',
  '号',
  '-',
  '7',
  '电话',
  'x',
)

test('masking twice is masking once, and nothing found is left', () => {
  const texts = fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 12 })
  fc.assert(
    fc.property(texts, (parts) => {
      const once = maskPersonalData(parts.join(''))
      expect(maskPersonalData(once)).toBe(once)
      expect(findPersonalData(once)).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})
