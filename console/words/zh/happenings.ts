/** 发生了什么，一句话；by 是谁，to 是说的什么。 */
export const happenings = {
  'case.opened': (_: string, told: string) =>
    told ? '收到，已告知客户答复时间' : '收到，没有通知客户',
  'case.assigned': (by: string, to: string) => {
    if (!to) return `${by} 取消了分派`
    return by === to ? `${by} 接手` : `${by} 分派给 ${to}`
  },
  'case.prioritised': (by: string, to: string) => `${by} 把优先级改为「${to}」`,
  'case.moved': (by: string, to: string) => `${by} 把类别改为「${to}」`,
  'case.corrected': (by: string, to: string) => `${by} 纠正了判读（${to}）`,
  'case.correction_undone': (by: string, to: string) => `${by} 撤销了对判读的纠正（${to}）`,
  'case.urged': () => '客户催办',
  'case.confirmed': (_: string, entry: string) =>
    entry === 'suggestion' ? '客户看了答复，说明白了' : '客户确认已解决',
  'case.rejected': (_: string, entry: string) =>
    entry === 'suggestion' ? '客户看了答复，还有话说' : '客户说没有解决',
  'case.closed': (by: string, to: string) => `${by} 结案：${to}`,
  'case.withdrawn': () => '客户撤回',
  'case.reopened': (by: string, to: string) => `${by} 重新打开${to}`,
  'case.linked': (by: string, to: string) =>
    to ? `${by} 关联到问题「${to}」` : `${by} 取消了问题关联`,
  'case.told': (_: string, to: string) => `已告知客户：已随「${to}」修复`,
  'case.revealed': (by: string) => `${by} 查看了客户联系方式`,
  'case.contacts_erased': (by: string, asked: string) =>
    asked ? `${by} 应客户要求删除了联系方式` : '联系方式已按约定删除',
  'case.erasure_asked': () => '客户要求删除个人信息',
  'case.redacted': (by: string, why: string) => `${by} 应客户要求删除了内容和附件：${why}`,
  'survey.due': () => '已邀请客户评价',
  'survey.skipped': (_: string, to: string) => `这次不邀请客户评价：七天内刚就 ${to} 邀请过`,
  'survey.answered': (_: string, to: string) => `客户评价 ${to} 分`,
  'survey.declined': () => '客户选择不再收到评价邀请',
  'message.undeliverable': () => '有消息没能送达客户',
} as Record<string, (by: string, to: string) => string>

export const reopenedBecause = {
  member: '',
  customer: '（客户再次留言）',
  low_score: '（评价偏低）',
  erasure: '（等待答复删除要求）',
} as Record<string, string>
