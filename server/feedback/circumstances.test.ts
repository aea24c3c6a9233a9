import { describe, expect, test } from 'vitest'
import { circumstancesOf } from './circumstances.ts'

const nothing = {
  appVersion: null,
  platform: null,
  device: null,
  region: null,
  orderNo: null,
  amount: null,
}

describe('what is counted of the situation', () => {
  test('is found under the names that faces, systems and sheets give it', () => {
    const same = { ...nothing, appVersion: '3.2.1', platform: 'iOS', device: 'iPhone 15' }
    expect(
      circumstancesOf({ app_version: 'v3.2.1', os: 'iOS 17.5', model: 'iPhone 15' }, []),
    ).toEqual(same)
    expect(circumstancesOf({ 版本号: '3.2.1', 操作系统: '苹果', 机型: 'iPhone 15' }, [])).toEqual(
      same,
    )
    expect(
      circumstancesOf({ 所在地区: '广东省', 订单金额: '¥1,299.00', 'Order No': 'A-77' }, []),
    ).toEqual({ ...nothing, region: '广东', amount: 1299, orderNo: 'A-77' })
  })

  test('is taken from the form where the face does not tell', () => {
    expect(
      circumstancesOf({}, [
        { key: 'transaction_no', value: '1000001' },
        { key: 'amount', value: '1.2万元' },
      ]),
    ).toEqual({ ...nothing, orderNo: '1000001', amount: 12_000 })
  })

  test('knows the platform from a browser, and other names as they are', () => {
    const browser = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile Safari/537.36'
    expect(circumstancesOf({ browser }, []).platform).toBe('Android')
    expect(circumstancesOf({ platform: '支付宝小程序' }, []).platform).toBe('支付宝小程序')
  })

  test.each(['一百多', '-5', '0', '12.3.4', '99999999999', 'NaN'])('%s is no amount', (amount) => {
    expect(circumstancesOf({ amount }, []).amount).toBeNull()
  })

  test('is one short line, whatever is told', () => {
    const { device } = circumstancesOf({ device: `${'长'.repeat(59)}😀\n尾` }, [])
    expect(device?.length).toBeLessThanOrEqual(60)
    expect(device?.isWellFormed()).toBe(true)
    expect(circumstancesOf({ version: '   ' }, [])).toEqual(nothing)
  })
})
