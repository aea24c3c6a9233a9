import {
  type Correction,
  type Part,
  parts,
  type ReadingView,
} from '../../contract/understanding.ts'
import type { Words } from '../words/words.tsx'

/** What the form of a correction holds: every part, as it stands. */
export type Standing = Required<Correction>

export function standingIn(reading: ReadingView): Standing {
  return {
    kind: reading.kind.label,
    topics: reading.topics.map(({ label }) => label) as Standing['topics'],
    sentiment: reading.sentiment.label,
    urgency: reading.urgency.label,
    risks: reading.risks.map(({ label }) => label) as Standing['risks'],
  }
}

/** Only the parts that were changed: what was left as it is, nobody has judged. */
export function changesIn(before: Standing, now: Standing): Correction {
  const same = (part: Part) => [before[part]].flat().join() === [now[part]].flat().join()
  return Object.fromEntries(parts.filter((part) => !same(part)).map((part) => [part, now[part]]))
}

/** Labels of one part as people call them. */
export function labelNames(part: Part, given: readonly string[], words: Words): string {
  if (given.length === 0) return words.reading.none
  return given.map((label) => labelName(part, label, words)).join(words.shell.separator)
}

export function labelName(part: Part, label: string, { labels }: Words): string {
  const names: Record<Part, Record<string, string>> = {
    kind: labels.kind,
    topics: labels.topic,
    sentiment: labels.sentiment,
    urgency: labels.urgency,
    risks: labels.risk,
  }
  return names[part][label] ?? label
}
