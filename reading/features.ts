import { isDenied } from './concepts.ts'
import type { Evidence, Lists } from './evidence.ts'
import type { HeadName } from './heads.ts'
import type { Hit } from './lexicon.ts'
import { buckets, type Gram, gramsOf } from './ngrams.ts'
import { moodSignals, signalNames, signalsOf } from './signals.ts'

/** A weighed part of a text: a row of the table of weights, and how strongly it is there. */
export type Part = { row: number; value: number }

/**
 * One text as the heads see it. Pieces of text and concepts are heard less by the judgement of good
 * or bad the plainer the words of feeling speak (`doubt` 1–0): what people praise and blame differs
 * from trade to trade, the words of feeling hardly. `places` are the pieces where they stand.
 */
export type Features = {
  grams: Part[]
  concepts: Part[]
  signals: Part[]
  doubt: number
  places: Gram[]
}

const conceptRows = buckets
const deniedShare = 2
const soonCertain = 1
const conceptStrength = 0.5
const again = 0.25

/** Rows of the table: buckets of pieces, each concept plain and denied, signals. */
export function rowsFor(concepts: number): number {
  return conceptRows + concepts * deniedShare + signalNames.length
}

/** How telling each bucket is; 0 for pieces that training did not see often enough. */
export type Rarity = { of: Float32Array; unseen: number }

export function featuresOf(evidence: Evidence, lists: Lists, rarity: Rarity): Features {
  const signalRows = conceptRows + lists.concepts.names.length * deniedShare
  const places = gramsOf(evidence.folded)
  return {
    grams: weighGrams(places, rarity),
    concepts: weighConcepts(evidence, lists),
    signals: signalsOf(evidence).map(([place, value]) => ({ row: signalRows + place, value })),
    doubt: Math.exp(-Math.abs(evidence.mood.score) / soonCertain),
    places,
  }
}

/** Counts on a logarithmic scale times rarity, the whole of length 1 however long the text. */
function weighGrams(grams: readonly Gram[], rarity: Rarity): Part[] {
  const counts = new Map<number, number>()
  for (const { bucket } of grams) counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  const parts: Part[] = []
  let length = 0
  for (const [row, count] of counts) {
    const telling = rarity.of[row] as number
    if (telling === 0) continue
    const value = (1 + Math.log(count)) * telling
    parts.push({ row, value })
    length += value * value
  }
  const scale = 1 / (Math.sqrt(length) || 1)
  for (const part of parts) part.value *= scale
  return parts
}

function weighConcepts(evidence: Evidence, lists: Lists): Part[] {
  const counts = new Map<number, number>()
  for (const hit of evidence.concepts) {
    const row = conceptRow(lists, evidence, hit)
    counts.set(row, (counts.get(row) ?? 0) + 1)
  }
  return [...counts].map(([row, count]) => ({
    row,
    value: conceptStrength + again * Math.min(2, count - 1),
  }))
}

/** A concept has a row for when it is said and one for when it is denied. */
export function conceptRow(lists: Lists, { folded }: Evidence, hit: Hit): number {
  const place = placeOf(lists, hit.entry.label)
  return conceptRows + place * deniedShare + (isDenied(folded, hit) ? 1 : 0)
}

const placesOf = new WeakMap<readonly string[], Map<string, number>>()

function placeOf({ concepts }: Lists, name: string): number {
  let places = placesOf.get(concepts.names)
  if (places === undefined) {
    places = new Map(concepts.names.map((known, at) => [known, at]))
    placesOf.set(concepts.names, places)
  }
  return places.get(name) as number
}

/** The parts a head listens to, as loud as it hears them. */
export function heardBy(name: HeadName, features: Features, lists: Lists): Part[] {
  if (name !== 'good') return [...features.grams, ...features.concepts, ...features.signals]
  const signalRows = conceptRows + lists.concepts.names.length * deniedShare
  return [
    ...[...features.grams, ...features.concepts].map(({ row, value }) => ({
      row,
      value: value * features.doubt,
    })),
    ...features.signals.filter(({ row }) => moodSignals.has(row - signalRows)),
  ]
}
