import { number } from '../quantity.ts'

export const erasure = {
  action: '应客户要求删除个人信息',
  asked: (at: string) => `客户在 ${at} 要求删除个人信息`,
  askedHint: '先与客户核对身份，再决定删什么。依法要留的可以不删，答复时说明理由即可。',
  askedOthers: '请主管来处理；您可以先答复客户。',
  askedTag: '要求删除',
  decide: '查看并删除',
  goesAlways: '一定会删除',
  contacts: (listed: string) =>
    `称呼、邮箱、手机：${listed}。这位客户的全部工单里都会删除，马上生效。`,
  noContacts: '称呼、邮箱、手机都没有留，或已经删除。',
  choose: '哪些工单的内容也删除',
  chooseHint:
    '客户说的话、附件、我们的答复和备注都换成「已应客户要求删除」，搜索和判读里也不再有。编号、时间、类别、评分和处理经过会留下，统计不变。',
  chooseNone: '一件都不选，就只删除联系方式。',
  chooseAll: (count: number) => `全选（${number(count)} 件）`,
  texts: (count: number) => `${number(count)} 段文字`,
  files: (count: number) => `${number(count)} 个附件`,
  done: '内容已经删除',
  willClose: '还没结案，会同时结案',
  sheet: (name: string) => `导入的表格「${name}」原件会整份删除`,
  more: (count: number) => `这里只列最近的 ${number(count)} 件；更早的，删完再来一次。`,
  stays: '客户号、openid 等系统标识会留下，避免把同一个人当成两个人。',
  reason: '原因',
  reasonHint: '例如：客户 3 月 6 日来电要求，已核对手机尾号。会留在处理经过里，请不要写个人信息。',
  reasonMissing: '请写明是谁、什么时候要求的',
  sure: '我知道删除后谁也找不回来',
  sureMissing: '请先勾选',
  confirm: (count: number) =>
    count === 0 ? '删除联系方式' : `删除联系方式和 ${number(count)} 件工单的内容`,
  finished: '已删除',
}
