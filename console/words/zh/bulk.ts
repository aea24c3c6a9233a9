import { number } from '../quantity.ts'

export const bulk = {
  selected: (count: number) => `已选 ${number(count)} 件`,
  clear: '取消选择',
  title: (verb: string, to: string) => `${verb}：${to}`,
  summary: (all: number, change: number, skipped: number) =>
    skipped === 0
      ? `${number(all)} 件都会改`
      : `${number(all)} 件：${number(change)} 件会改，${number(skipped)} 件跳过`,
  skipped: {
    closed: (count: number) => `${number(count)} 件已经结案`,
    unanswered: (count: number) => `${number(count)} 件还没有答复过，要先回复客户`,
    same: (count: number) => `${number(count)} 件已经是这样`,
  },
  go: (count: number) => `改这 ${number(count)} 件`,
  progress: (done: number, all: number) => `${number(done)} / ${number(all)}`,
  done: (count: number) => `${number(count)} 件已完成`,
  partly: (ok: number, failed: number) => `${number(ok)} 件完成，${number(failed)} 件没有成功`,
  failedOne: (n: number, why: string) => `#${n}：${why}`,
  stop: '停下',
}
