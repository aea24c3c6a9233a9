import type { Evidence, Lists } from '../evidence.ts'
import { type Features, featuresOf, heardBy, type Part, type Rarity } from '../features.ts'
import { type HeadName, headNames } from '../heads.ts'
import { kinds, risks, topics, urgencies } from '../labels.ts'
import { buckets, gramsOf } from '../ngrams.ts'
import type { Example, Heard } from './fit.ts'
import type { SeedLine } from './seed.ts'

/** Pieces seen in fewer lines than this are chance. */
const seenEnough = 2
const firstKind = 0.75

/** How telling each piece of text is: the fewer lines hold it, the more. */
export function rarityIn(lines: readonly Evidence[]): Rarity {
  const counts = new Float32Array(buckets)
  for (const { folded } of lines)
    for (const bucket of new Set(gramsOf(folded).map((gram) => gram.bucket)))
      counts[bucket] = (counts[bucket] as number) + 1
  return {
    of: counts.map((count) => (count < seenEnough ? 0 : Math.log(1 + lines.length / count))),
    unseen: Math.log(1 + lines.length),
  }
}

export function exampleOf(
  line: SeedLine,
  evidence: Evidence,
  lists: Lists,
  rarity: Rarity,
): Example {
  const features = featuresOf(evidence, lists, rarity)
  return { heard: heardByAll(features, lists), wanted: wantedOf(line), weight: 1 }
}

export function heardByAll(features: Features, lists: Lists): Record<HeadName, Heard> {
  const all = packed(heardBy('kind', features, lists))
  const heard = Object.fromEntries(headNames.map((name) => [name, all])) as Record<HeadName, Heard>
  heard.good = packed(heardBy('good', features, lists))
  return heard
}

function packed(parts: readonly Part[]): Heard {
  return {
    rows: Int32Array.from(parts, ({ row }) => row),
    values: Float32Array.from(parts, ({ value }) => value),
  }
}

function wantedOf(line: SeedLine): Example['wanted'] {
  const [first, second] = line.kinds
  return {
    kind: kinds.map((kind) => {
      if (kind === first) return second === undefined ? 1 : firstKind
      return kind === second ? 1 - firstKind : 0
    }),
    felt: [line.sentiment === 'neutral' ? 0 : 1],
    ...(line.sentiment !== 'neutral' && { good: [line.sentiment === 'positive' ? 1 : 0] }),
    urgency: urgencies.map((urgency) => (urgency === line.urgency ? 1 : 0)),
    topics: topics.map((topic) => (line.topics.includes(topic) ? 1 : 0)),
    risks: risks.map((risk) => (line.risks.includes(risk) ? 1 : 0)),
  }
}
