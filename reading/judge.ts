import { heads, probabilities } from './heads.ts'
import {
  type Kind,
  kinds,
  type Risk,
  risks,
  type Sentiment,
  type Topic,
  topics,
  type Urgency,
  urgencies,
} from './labels.ts'
import type { Calibration } from './model.ts'
import type { Judged } from './reading.ts'

const maxTopics = 3
const maxRisks = 3
/** A risk whose own words stand in the text needs only this share of the certainty. */
const whenNamed = 0.4
/** From here on a risk decides how much a text presses. */
const surelyAtStake = 0.5

/** A label, how sure the heads are, and the column that spoke for it. */
export type Said<L> = { label: L; confidence: number; column: number }

export type Judgement = {
  kind: Said<Kind>
  secondKind: Kind | null
  abstained: boolean
  topics: Said<Topic>[]
  sentiment: Said<Sentiment>
  urgency: Said<Urgency>
  risks: Said<Risk>[]
}

/** From what the columns gathered to labels. */
export function judge(
  sums: Float64Array,
  calibration: Calibration,
  raised: readonly Judged<Risk>[],
): Judgement {
  const [kind, second] = ordered('kind', kinds, sums, calibration.ease.kind)
  const atStake = risksIn(sums, calibration.risksFrom, raised)
  const first = kind as Said<Kind>
  const holdsTwo =
    second !== undefined &&
    second.confidence >= calibration.secondFrom &&
    second.label !== 'other' &&
    first.label !== 'other'
  return {
    kind: first,
    secondKind: holdsTwo ? second.label : null,
    abstained: first.confidence < calibration.abstainBelow,
    topics: topicsIn(sums, calibration),
    sentiment: sentimentIn(sums, calibration.feltFrom),
    urgency: urgencyIn(sums, calibration, atStake),
    risks: atStake,
  }
}

/** Whoever speaks of killing themselves waits for nobody, whatever else the words are like. */
const presses: Record<Risk, Urgency> = {
  self_harm: 'critical',
  safety: 'high',
  funds_loss: 'high',
  privacy_leak: 'high',
  police: 'high',
  regulator: 'high',
  lawsuit: 'high',
  media: 'high',
  minor: 'high',
  mass: 'high',
  abuse: 'normal',
  churn: 'low',
}

/** As the head says, but never calmer than what is surely at stake. */
function urgencyIn(
  sums: Float64Array,
  { ease }: Calibration,
  atStake: readonly Said<Risk>[],
): Said<Urgency> {
  const [said] = ordered('urgency', urgencies, sums, ease.urgency) as [Said<Urgency>]
  const grave = atStake.filter(
    ({ label, confidence }) => label === 'self_harm' || confidence >= surelyAtStake,
  )
  const gravest = grave
    .map((risk) => ({ ...risk, label: presses[risk.label] }))
    .sort((one, other) => urgencies.indexOf(one.label) - urgencies.indexOf(other.label))[0]
  if (gravest === undefined) return said
  return urgencies.indexOf(gravest.label) < urgencies.indexOf(said.label) ? gravest : said
}

function ordered<L>(
  head: 'kind' | 'urgency',
  labels: readonly L[],
  sums: Float64Array,
  ease: number,
): Said<L>[] {
  const eased = sums.map((sum) => sum / ease)
  return said(labels, probabilities(head, eased), heads[head].from)
}

function said<L>(labels: readonly L[], sure: number[], from: number): Said<L>[] {
  return labels
    .map((label, at) => ({ label, confidence: sure[at] as number, column: from + at }))
    .sort((one, other) => other.confidence - one.confidence)
}

function risksIn(sums: Float64Array, from: number, raised: readonly Judged<Risk>[]): Said<Risk>[] {
  const named = new Set(raised.map(({ label }) => label))
  return said(risks, probabilities('risks', sums), heads.risks.from)
    .filter(({ label, confidence }) => confidence >= (named.has(label) ? from * whenNamed : from))
    .slice(0, maxRisks)
}

function topicsIn(sums: Float64Array, { topicsFrom, shareOfMain }: Calibration): Said<Topic>[] {
  const likely = said(topics, probabilities('topics', sums), heads.topics.from).filter(
    ({ confidence }) => confidence >= topicsFrom,
  )
  const main = likely[0]?.confidence ?? 0
  return likely.filter(({ confidence }) => confidence >= main * shareOfMain).slice(0, maxTopics)
}

function sentimentIn(sums: Float64Array, feltFrom: number): Said<Sentiment> {
  const [felt] = probabilities('felt', sums) as [number]
  const [good] = probabilities('good', sums) as [number]
  if (felt < feltFrom) return { label: 'neutral', confidence: 1 - felt, column: heads.felt.from }
  const label = good > 0.5 ? 'positive' : 'negative'
  const sure = Math.max(good, 1 - good) * Math.max(felt, 0.5)
  return { label, confidence: sure, column: heads.good.from }
}
