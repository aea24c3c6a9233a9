import { describe, expect, test } from 'vitest'
import { read, shippedModel } from './index.ts'

const words = (reasons: { text: string }[]) => reasons.map((reason) => reason.text)

describe('kind', () => {
  test.each([
    ['一点付款就闪退，重装也没用', 'bug'],
    ['验证码一直收不到', 'bug'],
    ['打了三次都打不开', 'bug'],
    ['after the update it keeps crashing', 'bug'],
    ['能不能增加深色模式，晚上太刺眼', 'suggestion'],
    ['要是可以批量导出就好了', 'suggestion'],
    ['please add an option to hide this', 'suggestion'],
    ['请问电子发票在哪里开', 'question'],
    ['押金几天能退？', 'question'],
    ['how do I unlink my old phone', 'question'],
    ['苹果烂了一半还不给退，退钱！', 'complaint'],
    ['师傅没来，打电话也不接', 'complaint'],
    ['I was charged twice, refund me', 'complaint'],
    ['杯子用两天就坏了，质量太差', 'complaint'],
    ['小哥特别耐心，点赞', 'praise'],
    ['love it, works great', 'praise'],
    ['转人工', 'other'],
    ['测试一下', 'other'],
    ['日赚五百，加微信私聊我', 'other'],
  ])('%s → %s', (text, kind) => {
    expect(read(text).kind.label).toBe(kind)
  })

  test('two kinds in one text: what to act on comes first', () => {
    const reading = read('登录总是闪退，顺便建议加个深色模式')
    expect([reading.kind.label, reading.secondKind].sort()).toEqual(['bug', 'suggestion'])
  })

  test('abstains where nothing speaks', () => {
    expect(read('')).toMatchObject({
      kind: { label: 'other' },
      abstained: true,
      risks: [],
      topics: [],
    })
    expect(read('一打开就闪退').abstained).toBe(false)
  })
})

describe('sentiment', () => {
  test.each([
    ['这个真的不好用', 'negative'],
    ['没想象中好', 'negative'],
    ['不贵，也不卡，挺满意', 'positive'],
    ['开始还行，但是后来天天掉线', 'negative'],
    ['虽然慢了点，但是味道好', 'positive'],
    ['呵呵，真有你们的，等了三天', 'negative'],
    ['感谢你们让我大开眼界', 'negative'],
    ['一打开就闪退', 'negative'],
    ['怎么修改昵称', 'neutral'],
    ['建议增加导出功能', 'neutral'],
    ['你好', 'neutral'],
    ['昨天下的单，今天能到吗', 'neutral'],
    ['卜好用，木有效果', 'negative'],
    ['not good at all', 'negative'],
    ['never had a problem, great service', 'positive'],
    ['太垃圾了！！！', 'negative'],
    ['東西很好，謝謝', 'positive'],
  ])('%s → %s', (text, label) => {
    expect(read(text).sentiment.label).toBe(label)
  })

  test('rage is more intense than a sigh', () => {
    const rage = read('垃圾平台，骗子，太恶心了！！！').sentiment.intensity
    const sigh = read('有点慢').sentiment.intensity
    expect(rage).toBeGreaterThan(sigh + 0.3)
    expect(rage).toBeLessThanOrEqual(1)
  })

  test('says which words weighed, with what negated them', () => {
    expect(words(read('客服一点都不专业').sentiment.reasons).join()).toContain('一点都不专业')
  })
})

describe('risks', () => {
  test.each([
    ['客服说让我去12315投诉', 'regulator', '12315'],
    ['再不退我就报警', 'police', '报警'],
    ['周一法院见，律师函已经在写', 'lawsuit', '律师函'],
    ['不处理就发抖音让大家看看', 'media', '发抖音'],
    ['活着没意思，你们逼死我算了', 'self_harm', '活着没意思'],
    ['热水器漏电，我妈被电到了', 'safety', '漏电'],
    ['卡里的钱被转走了', 'funds_loss', '被转走'],
    ['孩子偷偷充了两千', 'minor', '孩子'],
    ['打开看到的是别人的订单', 'privacy_leak', '别人的'],
    ['卸载了，拜拜', 'churn', '卸载了'],
    ['我们小区几十户都没收到', 'mass', '几十户'],
    ['单位两百号人今天全打不了卡', 'mass', ''],
    ['我手机丢了，里面钱包没设密码，有人在用，快停', 'funds_loss', ''],
    ['钱包里五千块昨晚自己跑到一个不认识的账户去了', 'funds_loss', ''],
    ['我把身份证传上去，隔天就有人拿我名字借网贷', 'privacy_leak', ''],
    ['电动车充着电烧起来了，半间屋没了', 'safety', ''],
    ['吃你们家蛋糕孩子半夜送急诊', 'safety', ''],
    ['给我逼急了我就从你们楼顶下去', 'self_harm', ''],
    ['十岁儿子半个月在游戏里充掉八千多', 'minor', ''],
    ['材料我都递到仲裁委了，等着吧', 'lawsuit', ''],
    ['记者朋友说愿意跟这个事', 'media', ''],
    ['已经跟市长热线反映了，工单号我都有', 'regulator', ''],
    ['派出所已经受理了，你们把监控交出来', 'police', ''],
    ['这个月还完立刻销卡走人', 'churn', ''],
    ['someone used my card, unauthorized transaction', 'funds_loss', 'unauthorized transaction'],
  ])('%s → %s', (text, label, word) => {
    const risk = read(text).risks.find((found) => found.label === label)
    expect(words(risk?.reasons ?? []).join()).toContain(word)
  })

  test.each([
    '报警功能失灵了',
    '烟雾报警器怎么联网',
    '律师函模板在哪下载',
    '照片总是曝光过度',
    '笑死我了哈哈',
    '跳楼价，太划算了',
    '卸载重装也不行',
    '我不会起诉你们的',
    '宝宝吃了没有过敏',
    '未成年人模式怎么打开',
    '密码是不是123456',
    '花了110元',
    '要求退款，订单取消了',
    '医院挂号页面加载慢',
    'the safety features are nice',
  ])('%s → none', (text) => {
    expect(read(text).risks).toEqual([])
  })
})

describe('urgency', () => {
  test.each([
    ['我的卡正在被盗刷，快帮我冻结', 'critical'],
    ['全公司都登不上，系统瘫痪了', 'critical'],
    ['不想活了', 'critical'],
    ['明天截止，提交不了', 'high'],
    ['扣了两次钱，没到账', 'high'],
    ['发票怎么开', 'normal'],
    ['建议换个图标，不急', 'low'],
    ['很好用，谢谢', 'low'],
  ])('%s → %s', (text, label) => {
    expect(read(text).urgency.label).toBe(label)
  })
})

describe('topics', () => {
  test.each([
    ['退款三天没到账', 'payment_refund'],
    ['快递员不送上门，物流太慢', 'delivery'],
    ['忘记密码登不上', 'account_security'],
    ['字体太小，界面看不清', 'interface'],
    ['盒子压坏了，包装太差', 'packaging'],
    ['怀疑是假货，防伪码查不到', 'authenticity'],
    ['售后不给换货', 'after_sales'],
    ['刚注册就接到骚扰电话，信息泄露', 'privacy'],
    ['一直卡顿闪退', 'performance'],
    ['my parcel never arrived', 'delivery'],
  ])('%s → %s first', (text, topic) => {
    expect(read(text).topics[0]?.label).toBe(topic)
  })

  test('at most three, with the words', () => {
    const all = read('质量差物流慢客服态度差退款不给退价格贵包装烂').topics
    expect(all.length).toBeLessThanOrEqual(3)
    for (const topic of all) expect(topic.reasons.length).toBeGreaterThan(0)
  })
})

test.each([
  ['app闪退', 'zh-Hans'],
  ['這個軟體一直當機', 'zh-Hant'],
  ['It keeps freezing', 'en'],
  ['login page 一直 loading，please fix 一下', 'mixed'],
  ['アプリが落ちます', 'other'],
  ['12345 😀', 'other'],
  ['今后这里面只有干面', 'zh-Hans'],
])('%s is %s', (text, language) => {
  expect(read(text).language).toBe(language)
})

test('keywords are few, and say what it is about', () => {
  const { keywords } = read('退款一直没到账，发票也开不了，物流信息也不更新')
  expect(keywords).toContain('发票')
  const { keywords: ofParcel } = read('中通zt7398726614停在沈阳三天没更新，ios18也看不到')
  expect(ofParcel).toContain('ios18')
  expect(ofParcel.join()).not.toContain('7398726614')
  expect(keywords.length).toBeLessThanOrEqual(8)
})

test.each([
  ['邮箱 zhangsan.invoice@refund-mail.example.com，app 登录不了', ['app']],
  ['加我微信 wx_liming88，账号 login 失败', ['login']],
  ['Write to mei (at) payment dot org, the checkout is broken', ['checkout']],
  ['订单号 refund20260102abc，包裹 tracking 没有更新', ['tracking']],
])('of personal data nothing becomes a keyword: %s', (text, kept) => {
  const { keywords, personalData } = read(text)
  expect(personalData.length).toBeGreaterThan(0)
  const hidden = personalData.map(({ start, end }) => text.slice(start, end).toLowerCase())
  expect(keywords.filter((word) => hidden.some((data) => data.includes(word)))).toEqual([])
  expect(keywords).toEqual(expect.arrayContaining(kept))
})

test('a reading names its model and where personal data stands', () => {
  const reading = read('打我电话13812342046')
  expect(reading.model).toBe(shippedModel().version)
  expect(reading.personalData).toEqual([{ kind: 'mobile', start: 4, end: 15 }])
})
