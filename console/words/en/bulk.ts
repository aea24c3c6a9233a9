import { number, plural } from '../quantity.ts'
import type { bulk as original } from '../zh/bulk.ts'

export const bulk: typeof original = {
  selected: (count) => `${number(count)} selected`,
  clear: 'Clear',
  title: (verb, to) => `${verb}: ${to}`,
  summary: (all, change, skipped) =>
    skipped === 0
      ? `All ${plural(all, 'case')} will change`
      : `${plural(all, 'case')}: ${number(change)} will change, ${number(skipped)} skipped`,
  skipped: {
    closed: (count) => `${number(count)} closed already`,
    unanswered: (count) => `${number(count)} never answered; answer the customer first`,
    same: (count) => `${number(count)} are so already`,
  },
  go: (count) => `Change ${plural(count, 'case')}`,
  progress: (done, all) => `${number(done)} / ${number(all)}`,
  done: (count) => `${plural(count, 'case')} done`,
  partly: (ok, failed) => `${number(ok)} done, ${number(failed)} failed`,
  failedOne: (n, why) => `#${n}: ${why}`,
  stop: 'Stop',
}
