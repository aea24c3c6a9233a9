import { kinds, risks, topics, urgencies } from './labels.ts'

/**
 * What the trained heads answer. Each label is one column of the table of weights. The labels of an
 * exclusive head share one certainty; the others are judged one by one. Sentiment is two questions:
 * is anything felt at all, and if so, is it good.
 */
export const heads = {
  kind: { labels: kinds, from: 0, exclusive: true },
  felt: { labels: ['felt'], from: 6, exclusive: false },
  good: { labels: ['good'], from: 7, exclusive: false },
  urgency: { labels: urgencies, from: 8, exclusive: true },
  topics: { labels: topics, from: 12, exclusive: false },
  risks: { labels: risks, from: 26, exclusive: false },
} as const
export type HeadName = keyof typeof heads
export const headNames = Object.keys(heads) as HeadName[]

/** Width of the table of weights. */
export const columns = 38

/** How sure a head is of each of its labels, 0–1, from the sums of all columns. */
export function probabilities(name: HeadName, sums: Float64Array): number[] {
  const { labels, from } = heads[name]
  return certainties(name, sums.subarray(from, from + labels.length))
}

/** The same, from the sums of the head's own columns. */
export function certainties(name: HeadName, own: Float64Array): number[] {
  if (!heads[name].exclusive) return Array.from(own, (sum) => 1 / (1 + Math.exp(-sum)))
  const most = Math.max(...own)
  const raised = Array.from(own, (sum) => Math.exp(sum - most))
  const all = raised.reduce((total, one) => total + one, 0)
  return raised.map((one) => one / all)
}
