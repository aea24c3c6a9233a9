import type { Kind, Risk, Urgency } from './labels.ts'
import type { Hit } from './lexicon.ts'
import type { Judged, Reading } from './reading.ts'
import { heaviest, judged, ranked, speakFor, type Tally } from './tally.ts'

const enough = 1
const criticalRisks: Risk[] = ['self_harm', 'safety', 'funds_loss', 'privacy_leak']
const highRisks: Risk[] = ['police', 'regulator', 'lawsuit', 'media', 'minor', 'mass']

/** How soon someone must act. */
export function urgencyOf(
  kind: Kind,
  sentiment: Reading['sentiment'],
  risks: Judged<Risk>[],
  hits: Hit[],
): Judged<Urgency> {
  const tally: Tally<Urgency> = new Map()
  for (const { entry } of hits) {
    if (entry.label !== 'none') speakFor(tally, entry.label as Urgency, entry.weight, entry.word)
  }
  for (const risk of risks) {
    for (const reason of risk.reasons) {
      if (criticalRisks.includes(risk.label))
        speakFor(tally, 'critical', risk.confidence * 1.7, reason.text)
      if (highRisks.includes(risk.label)) speakFor(tally, 'high', 1.2, reason.text)
    }
  }
  for (const label of ['critical', 'high'] as const) {
    const gathered = tally.get(label)
    if (gathered !== undefined && gathered.score >= enough)
      return judged(label, gathered.score / (gathered.score + 0.6), gathered.reasons)
  }
  return calm(kind, sentiment, tally)
}

/** Nothing presses: someone waits for an answer, or nobody does. */
function calm(kind: Kind, sentiment: Reading['sentiment'], tally: Tally<Urgency>): Judged<Urgency> {
  const reasons = heaviest(ranked(tally).flatMap((gathered) => gathered.reasons))
  const waits = kind === 'bug' || kind === 'complaint' || kind === 'question'
  const saysLow = (tally.get('low')?.score ?? 0) >= enough
  if (waits && !saysLow) return judged('normal', 0.65, reasons)
  if (kind === 'other' && sentiment.label === 'negative') return judged('normal', 0.5, reasons)
  return judged('low', 0.7, reasons)
}
