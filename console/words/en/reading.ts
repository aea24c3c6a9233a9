import type { reading as original } from '../zh/reading.ts'

export const reading: typeof original = {
  parts: {
    kind: 'kind',
    topics: 'topics',
    sentiment: 'mood',
    urgency: 'urgency',
    risks: 'risks',
  },
  right: 'Reading is right',
  rightHint: 'Whatever nobody has judged yet is right. What you confirm counts towards accuracy.',
  correct: 'Correct',
  none: 'none',
  topicsHint: 'Three at most, the main one first',
  risksHint: 'Three at most',
  saved: 'Corrected; what comes next is read accordingly',
  unchanged: 'Nothing was changed',
  confirmed: 'Noted',
  takenBack: 'Taken back; the system’s own reading stands again',
  correctedBy: (by, part, from, to, when) =>
    `${by} changed ${part} from “${from}” to “${to}”, ${when}`,
  confirmedBy: (by, what, when) => `${by} confirmed ${what}, ${when}`,
  takeBack: 'Take back',
  takeBackOf: (part) => `Take back what was said of ${part}`,
}
