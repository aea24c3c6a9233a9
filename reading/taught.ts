import type { Features, Part } from './features.ts'
import type { Table } from './weights.ts'

/**
 * What a workspace's people taught beside the shipped weights: rows of the table, and biases. Never
 * changed in place: who teaches gets another (`teach.ts`), so that a reader may hold on to one.
 */
export type Taught = {
  readonly rows: ReadonlyMap<number, Float32Array>
  readonly bias: Float32Array
  /** How many lessons it holds: the more, the less a further one moves. */
  readonly lessons: number
}

/** Pieces that the seed never held count as the rarest it did, times this: a trade has words of its own. */
const unseenShare = 0.6

const known = new WeakMap<Features, Part[]>()

/**
 * A text as what was taught hears it: pieces of text, those that the seed never held among them, of
 * length 1 together, and concepts.
 */
export function ownParts(features: Features, { rarity }: Pick<Table, 'rarity'>): Part[] {
  const found = known.get(features)
  if (found !== undefined) return found
  const counts = new Map<number, number>()
  for (const { bucket } of features.places) counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  const parts: Part[] = []
  let length = 0
  for (const [row, count] of counts) {
    const telling = (rarity.of[row] as number) || rarity.unseen * unseenShare
    const value = (1 + Math.log(count)) * telling
    parts.push({ row, value })
    length += value * value
  }
  const scale = 1 / (Math.sqrt(length) || 1)
  for (const part of parts) part.value *= scale
  parts.push(...features.concepts)
  known.set(features, parts)
  return parts
}
