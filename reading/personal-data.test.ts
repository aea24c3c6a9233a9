import { describe, expect, test } from 'vitest'
import { findPersonalData } from './personal-data.ts'

/** What was found, as "kind:written" in the order of the text. */
function found(text: string): string[] {
  return findPersonalData(text).map((span) => `${span.kind}:${text.slice(span.start, span.end)}`)
}

describe('personal data is found however people write it', () => {
  test.each([
    ['打13812342046找我', 'mobile:13812342046'],
    ['电话138-1234-2046谢谢', 'mobile:138-1234-2046'],
    ['电话 138 1234 2046，', 'mobile:138 1234 2046'],
    ['加我 1 3 8 1 2 3 4 2 0 4 6', 'mobile:1 3 8 1 2 3 4 2 0 4 6'],
    ['号码１３８１２３４２０４６。', 'mobile:１３８１２３４２０４６'],
    ['+86 13812342046', 'mobile:+86 13812342046'],
    ['(+86)138-1234-2046', 'mobile:(+86)138-1234-2046'],
    ['008613812342046', 'mobile:008613812342046'],
    ['一三八一二三四二零四六是我的号', 'mobile:一三八一二三四二零四六'],
    ['①③⑧①②③④②⓪④⑥', 'mobile:①③⑧①②③④②⓪④⑥'],
    ['WhatsApp +852 6123 4567', 'mobile:+852 6123 4567'],
    ['138.1234.2046', 'mobile:138.1234.2046'],
    ['座机010-62345678找王姐', 'landline:010-62345678'],
    ['(0571)8765 4321', 'landline:(0571)8765 4321'],
    ['021 6234 5678转802', 'landline:021 6234 5678转802'],
    ['公司电话：62345678', 'landline:62345678'],
    ['身份证11010519491231002X', 'id_card:11010519491231002X'],
    ['身份证号是 110105 19491231 002x。', 'id_card:110105 19491231 002x'],
    ['校验位写错的 440301199002301234 也算', 'id_card:440301199002301234'],
    ['老证 110105491231002', 'id_card:110105491231002'],
    ['护照号E12345678', 'id_card:E12345678'],
    ['卡号6222021234567890123', 'bank_card:6222021234567890123'],
    ['尾款退到 6217 0012 3456 7890 128', 'bank_card:6217 0012 3456 7890 128'],
    ['Visa 4111-1111-1111-1111', 'bank_card:4111-1111-1111-1111'],
    ['邮箱 li.lei_88@mail.example.com.cn 收', 'email:li.lei_88@mail.example.com.cn'],
    ['发我lilei＠qq．com', 'email:lilei＠qq．com'],
    ['lilei(at)qq.com', 'email:lilei(at)qq.com'],
    ['订单号：TB20240101123456 没发', 'order_no:TB20240101123456'],
    ['单号 SF1234567890123', 'order_no:SF1234567890123'],
    ['my order number is 112-9876543-1234567', 'order_no:112-9876543-1234567'],
    ['2024010122001412345678901234 这笔', 'order_no:2024010122001412345678901234'],
    ['微信号 lilei_2046', 'wechat_id:lilei_2046'],
    ['加v：lilei2046', 'wechat_id:lilei2046'],
    ['vx lilei-88', 'wechat_id:lilei-88'],
    ['wxid_a1b2c3d4e5 是我', 'wechat_id:wxid_a1b2c3d4e5'],
    ['车牌京A12345被误扣', 'plate:京A12345'],
    ['粤Z1234港 进场', 'plate:粤Z1234港'],
    ['绿牌沪ad12345', 'plate:沪ad12345'],
    ['浙B·9K8M7停车费', 'plate:浙B·9K8M7'],
    [
      '我住在浙江省杭州市西湖区文三路12号3幢402室，',
      'address:浙江省杭州市西湖区文三路12号3幢402室',
    ],
    ['寄到广州市天河区体育东路9号', 'address:广州市天河区体育东路9号'],
    ['地址：阳光花园6栋2单元1103', 'address:阳光花园6栋2单元1103'],
    ['家在幸福村8组', 'address:幸福村8组'],
    ['I live at 221 Baker Street, ok', 'address:221 Baker Street'],
    ['预留的是(86)13812342046', 'mobile:(86)13812342046'],
    ['拨 +86-571-87654321 分机不通', 'landline:+86-571-87654321'],
    ['苏E7 66Q8停在三号坡道', 'plate:苏E7 66Q8'],
    ['晋A6K3警 停车费怎么算', 'plate:晋A6K3警'],
    ['绿泡泡：momo_1988 加我', 'wechat_id:momo_1988'],
    ['微信号改了，叫momozhang', 'wechat_id:momozhang'],
    ['单号YTO 880123456 没动静', 'order_no:YTO 880123456'],
    ['8801234567 这单还送吗', 'order_no:8801234567'],
    ['把JD0088123456这单退了', 'order_no:JD0088123456'],
    [
      '发票寄苏州市姑苏区人民路66号金阊广场B座1808室收',
      'address:苏州市姑苏区人民路66号金阊广场B座1808室',
    ],
    ['包裹在人民路66号丁香苑3栋2-501门外', 'address:人民路66号丁香苑3栋2-501'],
    ['改寄台南市東區勝利路9號5樓之3，謝謝', 'address:台南市東區勝利路9號5樓之3'],
    [
      'ship to Room 8, Building 2, No. 5 Garden Road, Xuhui District, Shanghai please',
      'address:Room 8, Building 2, No. 5 Garden Road, Xuhui District, Shanghai',
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })
})

describe('numbers that are nobody’s stay', () => {
  test.each([
    '热线95588打不通',
    '拨打 400-820-8820 没人接',
    '4008208820',
    '打12315也没用',
    '花了12800元买的',
    '版本 3.2.1.10086',
    'iOS 17.4.1 (21E236)',
    '2024-01-15 13:45:20 下的单',
    '2024年1月15日',
    '条码6901234567892',
    '批号20240115001',
    '条形码：69012345678921234',
    '序列号 1234567890123456',
    '尺寸 1200*800*600',
    '1号线坏了，3号口进不去',
    '等了10号到15号',
    '他住2楼，我在前台',
    '一二三四五六七',
    '微信支付失败',
    'wechat payment failed',
    '新iPhone15卡',
    '内存 128G 256G',
    '@客服 处理一下',
    '订单号在哪里看',
    '5号电池两节',
    '去年买的11月14号到期',
    '这个按钮弄一弄好吗',
    '油枪上写着加95号',
    '国发〔2020〕8号文',
    '2024-01-15订单还没发',
    '产品编号SC20644030800999是真的吗',
    'wechat sign-in fails',
    'Turn left on the Way home, Please',
    '两栋楼之间的路灯坏了',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('several in one text keep their order and never overlap', () => {
  const text = '李雷 13812342046，邮箱lilei@qq.com，寄杭州市文三路12号，单号SF1234567890123'
  expect(findPersonalData(text).map((span) => span.kind)).toEqual([
    'mobile',
    'email',
    'address',
    'order_no',
  ])
})

test('offsets count in the text as given, emoji and full-width letters included', () => {
  const text = '😀😀１３８１２３４２０４６'
  expect(findPersonalData(text)).toEqual([{ kind: 'mobile', start: 4, end: 15 }])
})
