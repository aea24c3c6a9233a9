import { number, plural } from '../quantity.ts'
import type { quality as original } from '../zh/quality.ts'

export const quality: typeof original = {
  title: 'Reading quality',
  hint: (from, to) => `${from} to ${to}, by what members said beside the cases`,
  empty: [
    'Nobody has judged a reading yet',
    'Open a case and press “Reading is right” or “Correct” under Reading. Whatever you judge makes later readings better and is counted here.',
  ],
  toInbox: 'To the inbox',
  bias: 'Only feedback that somebody judged is counted. Wrong readings get corrected more often than right ones get confirmed, so true accuracy is mostly higher than these figures. To bring them closer, confirm right readings as you go, and do not only correct wrong ones.',
  drift: {
    title: 'Readings got worse',
    part: (part, before, recent, n) =>
      `${part}: ${recent} in the last four weeks, ${before} in the twelve before (${n} judged in the last four weeks).`,
    abstained: (before, recent) =>
      `Left to people: ${recent} in the last four weeks, ${before} in the twelve before.`,
    advice:
      'Customers probably speak of something new. Correct a few recent cases and tonight it learns anew; or go back to an earlier version below.',
  },
  accuracy: 'Accuracy',
  accuracyHint: 'How often the model had said what members then said',
  ofJudged: (right, judged) => `${number(right)} of ${number(judged)}`,
  tooFew: (least) => `Fewer than ${least}: no share yet`,
  byLabel: 'By label',
  byLabelHint: 'Of the texts that members gave this label, how many the model had given it',
  label: 'Label',
  judged: 'Judged',
  right: 'Read right',
  share: 'Accuracy',
  overTime: 'Accuracy by week',
  overTimeHint: (least) => `Weeks with fewer than ${least} judged are left out`,
  noWeeks: (least) => `No week has ${least} judged texts yet.`,
  coverage: 'Coverage',
  covered: (judged, readings) =>
    `${number(readings)} texts read, ${number(judged)} judged by people.`,
  abstained: (share, count) => `${number(count)} (${share}) left to people for want of certainty.`,
  versions: 'Versions of the model',
  versionsHint:
    'Corrections count at once; each night everything is learned anew beside the built-in lines. A new version first reads texts it has not learned from, and is used only if it does no worse than the one in use.',
  shipped: 'Built-in model',
  version: (n) => `Version ${n}`,
  inUse: 'In use',
  notPromoted: 'Not used',
  outdated: 'Outdated',
  learned: (texts) => `Learned from ${plural(texts, 'text')}`,
  since: (count) => `${plural(count, 'judgement')} since then, learned at once`,
  tried: (part, right, before, texts) =>
    `${part} ${number(right)} of ${number(texts)} (the one then in use: ${number(before)})`,
  choose: 'Use this one',
  chooseTitle: (name) => `Use ${name}?`,
  chooseHint:
    'At once. What was learned since then no longer counts, and nights change nothing until automatic updates are resumed. Readings and corrections already there stay.',
  chosen: 'Now in use',
  held: (by, when) => `${by} chose the version ${when}; automatic updates are paused.`,
  release: 'Resume automatic updates',
  released: 'Resumed, from tonight',
  compare: 'Compare',
  compareWith: 'with',
  compareHint: 'On the same judged texts, by what each said before having learned from them',
  noCommon: 'These two versions were tried on no text in common.',
  all: 'All',
  texts: 'Texts',
}
