import type { Risk } from './labels.ts'
import type { Hit } from './lexicon.ts'

type Phrase = { label: Risk; pattern: RegExp }

const weight = 2.2
/** Any character of the same clause, for use between the parts of a phrase. */
const gap = '[^，。！？,.!?;\\n]'
const money =
  '(?:钱|款|存款|余额|工资|养老金|积蓄|[\\d一二两三四五六七八九十百千万]{1,10}(?:块|元|万))'
const child =
  '(?:孩子|小孩|娃|儿子|女儿|孙子|孙女|弟弟|妹妹|侄子|外甥|小朋友|小学生|初中生|[\\d一二三四五六七八九十]{1,3}岁)'
const someone = '(?:有人|别人|陌生人|外人|不知道谁|骗子)'

/** Risks that are told by how words stand together; every gap is short, so time stays linear. */
const phrases: Phrase[] = [
  {
    label: 'self_harm',
    pattern:
      /(?:从|往|在)[^，。！？,.!?;\n]{0,8}(?:楼|桥|窗|天台|阳台|江边|河边)[^，。！？,.!?;\n]{0,4}(?:跳|下去|往下)/g,
  },
  {
    label: 'self_harm',
    pattern: /(?:不想|没法|没有勇气|没意义|没意思)[^，。！？,.!?;\n]{0,3}(?:活|活着)(?:了|下去)?/g,
  },
  {
    label: 'self_harm',
    pattern: /(?:死|命)[^，。！？,.!?;\n]{0,4}(?:给你们看|在你们|赔给你们|搭进去|抵)/g,
  },
  {
    label: 'funds_loss',
    pattern: new RegExp(
      `${money}${gap}{0,12}(?:不认识|陌生|别人|他人|未知|不明)${gap}{0,4}(?:账户|账号|卡|户头)`,
      'g',
    ),
  },
  {
    label: 'funds_loss',
    pattern: new RegExp(
      `${someone}${gap}{0,6}(?:在用|用了|刷了|登录|登了|动了|转走|取走)${gap}{0,4}(?:我|卡里|钱包)`,
      'g',
    ),
  },
  {
    label: 'funds_loss',
    pattern: new RegExp(
      `(?:卡|钱包|账户|账号)(?:里|上)?${gap}{0,4}${money}${gap}{0,8}(?:没了|不见了|不翼而飞|凭空|蒸发|消失)`,
      'g',
    ),
  },
  {
    label: 'minor',
    pattern: new RegExp(
      `${child}${gap}{0,16}(?:充值|充了|充掉|充进|打赏|买皮肤|抽卡|氪金|刷礼物|刷掉|刷了|花掉|花了我)`,
      'g',
    ),
  },
  {
    label: 'privacy_leak',
    pattern: new RegExp(
      `${someone}${gap}{0,4}(?:拿|用|冒用)${gap}{0,4}我${gap}{0,2}(?:名字|名义|身份证|身份|资料|信息|照片)`,
      'g',
    ),
  },
  {
    label: 'privacy_leak',
    pattern:
      /(?:看到|看见|显示|弹出|收到|发来)[^，。！？,.!?;\n]{0,8}(?:别人|他人|陌生人|其他人)[^，。！？,.!?;\n]{0,3}的(?:[^，。！？,.!?;\n]{0,4})(?:电话|手机|身份证|地址|姓名|订单|资料|账单|病历)/g,
  },
  { label: 'safety', pattern: /(?:烧|着|炸|爆)(?:起来|着了|伤)(?!锅)/g },
  {
    label: 'safety',
    pattern:
      /(?:吃|喝|用|涂|抹)[^，。！？,.!?;\n]{0,14}(?:急诊|医院|住院|抢救|休克|昏|起疹|肿|拉稀)/g,
  },
  {
    label: 'safety',
    pattern:
      /(?:孩子|宝宝|老人|我妈|我爸|老婆|孕妇)[^，。！？,.!?;\n]{0,8}(?:摔|烫|夹|砸|割|电|压)(?:伤|到|了|破|断)/g,
  },
  {
    label: 'lawsuit',
    pattern:
      /(?:材料|证据|诉状|申请)[^，。！？,.!?;\n]{0,6}(?:递|交|提交)[^，。！？,.!?;\n]{0,4}(?:仲裁|法院|法庭)/g,
  },
  {
    label: 'churn',
    pattern:
      /(?:立刻|马上|立马|明天就|下个月就|还完就|用完就|到期就)[^，。！？,.!?;\n]{0,6}(?:销卡|销户|退卡|退网|走人|换掉|停用|注销)/g,
  },
  {
    label: 'mass',
    pattern:
      /(?:单位|公司|厂|学校|小区|村|楼|店|医院|工地)[^，。！？,.!?;\n]{0,4}(?:\d{2,5}|[一二两三四五六七八九几上好]?[十百千万]{1,2})(?:来|多)?(?:号人|口人|个人|户|名|人)[^，。！？,.!?;\n]{0,10}(?:都|全|没|打不|登不|用不)/g,
  },
]

/** The phrases found in a normalised text, as hits of the risk list. */
export function phraseHits(text: string): Hit[] {
  return phrases.flatMap(({ label, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      entry: { label, weight, word: match[0], rest: [], isOpen: false },
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
}
