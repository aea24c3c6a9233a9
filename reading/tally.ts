import type { Judged, Reason } from './reading.ts'

const maxReasons = 6

/** What each label has gathered: a score and the words behind it. */
export type Tally<L extends string> = Map<L, { score: number; reasons: Reason[] }>

/** Adds to a label's score; a word that returns counts for less each time. */
export function speakFor<L extends string>(
  tally: Tally<L>,
  label: L,
  weight: number,
  text: string,
) {
  const gathered = tally.get(label) ?? { score: 0, reasons: [] }
  tally.set(label, gathered)
  const known = gathered.reasons.find((reason) => reason.text === text)
  if (known === undefined) {
    gathered.reasons.push({ text, weight })
    gathered.score += weight
    return
  }
  gathered.score += weight / 4
  known.weight += weight / 4
}

/** The words that weighed most, the heaviest first. */
export function heaviest(reasons: Reason[]): Reason[] {
  return reasons
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, maxReasons)
    .map(({ text, weight }) => ({ text, weight: Math.round(weight * 100) / 100 }))
}

/** Labels from the highest score down. */
export function ranked<L extends string>(
  tally: Tally<L>,
): { label: L; score: number; reasons: Reason[] }[] {
  return [...tally]
    .map(([label, { score, reasons }]) => ({ label, score, reasons }))
    .sort((one, other) => other.score - one.score)
}

export function judged<L>(label: L, confidence: number, reasons: Reason[]): Judged<L> {
  const bounded = Math.min(0.99, Math.max(0, confidence))
  return { label, confidence: Math.round(bounded * 100) / 100, reasons: heaviest(reasons) }
}
