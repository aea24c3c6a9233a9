import type { Part } from '../../../contract/understanding.ts'

/** 判读与纠正。 */
export const reading = {
  parts: {
    kind: '种类',
    topics: '主题',
    sentiment: '情绪',
    urgency: '紧急程度',
    risks: '风险',
  } as Record<Part, string>,
  right: '判读正确',
  rightHint: '没有人判断过的部分都正确。您确认过的也会用来统计准确率。',
  correct: '纠正',
  none: '没有',
  topicsHint: '最多 3 个，主要的放第一个',
  risksHint: '最多 3 个',
  saved: '已纠正，之后的反馈会照这样判读',
  unchanged: '没有改动',
  confirmed: '已记下',
  takenBack: '已撤销，恢复系统的判读',
  correctedBy: (by: string, part: string, from: string, to: string, when: string) =>
    `${by} ${when} 把${part}从「${from}」改为「${to}」`,
  confirmedBy: (by: string, what: string, when: string) => `${by} ${when} 确认${what}正确`,
  takeBack: '撤销',
  takeBackOf: (part: string) => `撤销对${part}的判断`,
}
