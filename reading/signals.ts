import type { Evidence } from './evidence.ts'
import { kinds, risks, topics, urgencies } from './labels.ts'
import type { Hit } from './lexicon.ts'

/** Scores of mood beyond this say nothing more. */
const strongestMood = 6
const longText = 200
const shortLetters = 8

const shape = [
  'mood_up',
  'mood_down',
  'no_mood',
  'asks',
  'asks_last',
  'exclaims',
  'length',
  'very_short',
  'latin',
] as const

/** What the word lists and the shape of a text say, by name. */
export const signalNames: readonly string[] = [
  ...shape,
  ...kinds.map((label) => `kind_${label}`),
  ...topics.map((label) => `topic_${label}`),
  ...risks.map((label) => `risk_${label}`),
  ...risks.map((label) => `raised_${label}`),
  ...urgencies.map((label) => `urgency_${label}`),
]
const places = new Map(signalNames.map((name, at) => [name, at]))
/** The only signals that a judgement of good or bad listens to. */
export const moodSignals = new Set([places.get('mood_up'), places.get('mood_down')])

/** Signals that are not nought: place in `signalNames`, and strength of about 0–1. */
export function signalsOf(evidence: Evidence): [number, number][] {
  const found: [number, number][] = []
  const say = (name: string, strength: number): void => {
    if (strength !== 0) found.push([places.get(name) as number, strength])
  }
  const { folded, mood, clauses } = evidence
  const score = Math.max(-strongestMood, Math.min(strongestMood, mood.score)) / strongestMood
  say('mood_up', Math.max(0, score))
  say('mood_down', Math.max(0, -score))
  say('no_mood', mood.reasons.length === 0 ? 1 : 0)
  say('asks', Math.min(1, clauses.filter((clause) => clause.asks).length / 3))
  say('asks_last', clauses.at(-1)?.asks ? 1 : 0)
  say('exclaims', Math.min(1, mood.exclaims / 4))
  say('length', Math.min(1, folded.length / longText))
  say('very_short', folded.length < shortLetters ? 1 : 0)
  const han = folded.match(/[\u3400-\u9fff]/g)?.length ?? 0
  say('latin', han < folded.length * 0.2 ? 1 : 0)
  for (const [prefix, hits] of [
    ['kind', evidence.kinds],
    ['topic', evidence.topics],
    ['risk', evidence.risks],
    ['urgency', evidence.urgency],
  ] as const)
    for (const [label, weight] of gathered(hits))
      if (places.has(`${prefix}_${label}`)) say(`${prefix}_${label}`, Math.min(1.5, weight / 2))
  for (const risk of evidence.raised) say(`raised_${risk.label}`, risk.confidence)
  return found
}

function gathered(hits: readonly Hit[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { entry } of hits)
    weights.set(entry.label, (weights.get(entry.label) ?? 0) + entry.weight)
  return weights
}
