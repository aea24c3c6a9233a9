import { number } from '../quantity.ts'

/** 判读质量页。 */
export const quality = {
  title: '判读质量',
  hint: (from: string, to: string) => `${from} 至 ${to}，按成员在工单里的判断统计`,
  empty: [
    '还没有人判断过判读',
    '打开工单，在右侧「判读」里点「判读正确」或「纠正」。判断过的都会让之后的判读更准，并在这里统计。',
  ],
  toInbox: '去收件箱',
  bias: '这里只统计有人看过的反馈。判读错的更容易被人动手改，判读对的常常没人点「判读正确」，所以实际准确率多半高于这里的数字。想让数字更接近实际，请随手确认判读正确的工单，而不只是改错的。',
  drift: {
    title: '判读变差了',
    part: (part: string, before: string, recent: string, n: string) =>
      `${part}：最近四周 ${recent}，此前十二周 ${before}（近四周判断 ${n} 条）。`,
    abstained: (before: string, recent: string) =>
      `交给人工判断的比例：最近四周 ${recent}，此前十二周 ${before}。`,
    advice:
      '多半是客户谈起了新的事情。请多纠正几条近期的工单，今晚会重新学习；也可在下面换回较早的版本。',
  },
  accuracy: '准确率',
  accuracyHint: '成员判断之前，模型的说法与成员一致的比例',
  ofJudged: (right: number, judged: number) => `${number(right)} / ${number(judged)} 条`,
  tooFew: (least: number) => `不足 ${least} 条，暂不计算比例`,
  byLabel: '按标签',
  byLabelHint: '成员说是这个标签的反馈里，模型原先也这样说的比例',
  label: '标签',
  judged: '判断',
  right: '判读正确',
  share: '准确率',
  overTime: '每周准确率',
  overTimeHint: (least: number) => `判断不足 ${least} 条的周不画`,
  noWeeks: (least: number) => `还没有一周的判断达到 ${least} 条。`,
  coverage: '覆盖',
  covered: (judged: number, readings: number) =>
    `判读了 ${number(readings)} 条，其中 ${number(judged)} 条有人判断过。`,
  abstained: (share: string, count: number) =>
    `${number(count)} 条（${share}）把握不足，交给人工。`,
  versions: '模型版本',
  versionsHint:
    '纠正即时生效；每晚再连同内置语料一起重新学习。新版本先在没学过的反馈上试读，不比现用的差才启用。',
  shipped: '内置模型',
  version: (n: number) => `第 ${n} 版`,
  inUse: '使用中',
  notPromoted: '未启用',
  outdated: '已过时',
  learned: (texts: number) => `学自 ${number(texts)} 条反馈`,
  since: (count: number) => `此后的 ${number(count)} 项判断已即时学习`,
  tried: (part: string, right: number, before: number, texts: number) =>
    `${part} ${number(right)} / ${number(texts)}（当时所用 ${number(before)}）`,
  choose: '改用这一版',
  chooseTitle: (name: string) => `改用${name}？`,
  chooseHint:
    '立刻生效，此后即时学到的不再计入，每晚也不再更换版本，直到恢复自动更新。已有的判读和纠正都不变。',
  chosen: '已改用',
  held: (by: string, when: string) => `${by} ${when} 指定了版本，自动更新已暂停。`,
  release: '恢复自动更新',
  released: '已恢复，今晚起自动更新',
  compare: '比较',
  compareWith: '与',
  compareHint: '在同一批成员判断过的反馈上，各自没学过时的说法',
  noCommon: '这两个版本没有共同试读过的反馈。',
  all: '合计',
  texts: '反馈',
}
