import { evidenceIn } from './evidence.ts'
import { type Features, featuresOf, type Part } from './features.ts'
import { foldForReading } from './fold-for-reading.ts'
import { columns, type HeadName, headNames, heads, probabilities } from './heads.ts'
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
import type { Calibration, Model } from './model.ts'
import { sumsOf } from './sums.ts'
import { ownParts } from './taught.ts'

/** A text and what a person says of it; what is left out was not looked at. */
export type Lesson = {
  text: string
  kind?: Kind
  /** Exactly these, none of the others. */
  topics?: readonly Topic[]
  sentiment?: Sentiment
  urgency?: Urgency
  /** Exactly these, none of the others. */
  risks?: readonly Risk[]
}

/** A lesson as the heads hear it: the parts, what each column gathers, and what it should say. */
export type Heard = {
  parts: readonly Part[]
  sums: Float64Array
  wanted: Partial<Record<HeadName, readonly number[]>>
  /** The columns that something is wanted of. */
  columns: readonly number[]
}

/** What the model gathers from the text of a lesson as it is now. */
export function hear(lesson: Lesson, model: Model): Heard {
  const features = featuresIn(lesson.text, model)
  const wanted = wantedBy(lesson)
  return {
    parts: ownParts(features, model.table),
    sums: sumsOf(features, model.table, model.taught),
    wanted,
    columns: headNames
      .filter((name) => wanted[name])
      .flatMap((name) => heads[name].labels.map((_, at) => heads[name].from + at)),
  }
}

function featuresIn(text: string, { lists, table }: Model): Features {
  return featuresOf(evidenceIn(foldForReading(text), lists), lists, table.rarity)
}

function wantedBy({ kind, topics: about, sentiment, urgency, risks: at }: Lesson): Heard['wanted'] {
  return {
    ...(kind && { kind: kinds.map((label) => (label === kind ? 1 : 0)) }),
    ...(sentiment && { felt: [sentiment === 'neutral' ? 0 : 1] }),
    ...(sentiment && sentiment !== 'neutral' && { good: [sentiment === 'positive' ? 1 : 0] }),
    ...(urgency && { urgency: urgencies.map((label) => (label === urgency ? 1 : 0)) }),
    ...(about && { topics: topics.map((label) => (about.includes(label) ? 1 : 0)) }),
    ...(at && { risks: risks.map((label) => (at.includes(label) ? 1 : 0)) }),
  }
}

/**
 * How far each column is from what was wanted, −1 to 1; 0 where nobody said anything, and where the
 * head is sure enough already.
 */
export function errorsOf(
  sums: Float64Array,
  wanted: Heard['wanted'],
  { ease }: Calibration,
): Float64Array {
  const errors = new Float64Array(columns)
  for (const name of headNames) {
    const labels = wanted[name]
    if (labels === undefined) continue
    const { from, exclusive } = heads[name]
    const eased = exclusive ? sums.map((sum) => sum / ease[name as keyof typeof ease]) : sums
    const said = probabilities(name, eased)
    const near = labels.every(
      (label, at) => Math.abs((said[at] as number) - label) <= (label === 1 ? missing : excess),
    )
    if (near) continue
    labels.forEach((label, at) => {
      const error = (said[at] as number) - label
      if (Math.abs(error) > notWorth) errors[from + at] = error
    })
  }
  return errors
}

/** What was wanted may lack this much certainty, and what was not wanted keep this much. */
const missing = 0.3
const excess = 0.1
const notWorth = 0.02
