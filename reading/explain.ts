import type { Evidence } from './evidence.ts'
import { conceptRow, type Features, type Part } from './features.ts'
import { columns } from './heads.ts'
import type { Model } from './model.ts'
import type { Reason } from './reading.ts'
import { soundsIn } from './sums.ts'
import { ownParts } from './taught.ts'
import { heardThrough, mixedWeight } from './undertones.ts'

const maxReasons = 6
/** Lighter stretches than these add nothing a person would see. */
const mostLooked = 40
/** Words that weigh less than this share of the heaviest are not worth showing. */
const worthShowing = 0.15
/** A lone character tells a person little. */
const lone = 0.5

type Stretch = { start: number; end: number; weight: number }

/** The stretches of a text that the heads weigh, found once for all questions about it. */
export type Traces = {
  rows: number[]
  /** How strongly the shipped weights hear it, and what was taught beside them. */
  values: number[]
  own: number[]
  starts: number[]
  ends: number[]
  /** How strongly each undertone sounds in the whole text. */
  sounds: Float64Array
}

export function tracesOf(
  evidence: Evidence,
  features: Features,
  { lists, table, taught }: Model,
): Traces {
  const sounds = soundsIn(features, table)
  const traces: Traces = { rows: [], values: [], own: [], starts: [], ends: [], sounds }
  const strengths = strengthsOf([...features.grams, ...features.concepts])
  const own = strengthsOf(taught === null ? [] : ownParts(features, table))
  const add = (row: number, start: number, end: number, share: number): void => {
    const value = strengths.get(row) ?? 0
    const ours = own.get(row) ?? 0
    if (value === 0 && ours === 0) return
    traces.rows.push(row)
    traces.values.push(value * share)
    traces.own.push(ours * share)
    traces.starts.push(start)
    traces.ends.push(end)
  }
  for (const { bucket, start, end } of features.places)
    add(bucket, start, end, end - start === 1 ? lone : 1)
  for (const hit of evidence.concepts) add(conceptRow(lists, evidence, hit), hit.start, hit.end, 1)
  return traces
}

function strengthsOf(parts: readonly Part[]): Map<number, number> {
  return new Map(parts.map(({ row, value }) => [row, value]))
}

/** Why a column stands as it does: the stretches that weighed most for it, or against it. */
export function explain(
  column: number,
  sign: 1 | -1,
  text: string,
  traces: Traces,
  { table, taught }: Model,
): Reason[] {
  const stretches: Stretch[] = []
  const scale = table.scale[column] as number
  const beneath = heardThrough(column, traces.sounds, table.undertones)
  for (let at = 0; at < traces.rows.length; at += 1) {
    const row = traces.rows[at] as number
    const words = (table.cells[row * columns + column] as number) * scale
    const shipped = mixedWeight(column, words, beneath(row))
    const own = taught === null ? 0 : (taught.rows.get(row)?.[column] ?? 0)
    const weight =
      sign * (shipped * (traces.values[at] as number) + own * (traces.own[at] as number))
    if (weight > 0)
      stretches.push({
        start: traces.starts[at] as number,
        end: traces.ends[at] as number,
        weight,
      })
  }
  return heaviest(text, stretches)
}

/** The heaviest stretches as words; one that overlaps a heavier one adds to it. */
function heaviest(text: string, stretches: Stretch[]): Reason[] {
  const chosen: Stretch[] = []
  stretches.sort((one, other) => other.weight - one.weight)
  for (const stretch of stretches.slice(0, mostLooked)) {
    const over = chosen.find(({ start, end }) => stretch.start < end && stretch.end > start)
    if (over !== undefined) over.weight += stretch.weight / 2
    else if (chosen.length < maxReasons * 2) chosen.push({ ...stretch })
  }
  const words = new Map<string, number>()
  for (const { start, end, weight } of chosen) {
    const word = text.slice(start, end).trim()
    if (/[\p{L}\p{N}]/u.test(word)) words.set(word, (words.get(word) ?? 0) + weight)
  }
  const sorted = [...words].sort((one, other) => other[1] - one[1]).slice(0, maxReasons)
  const most = sorted[0]?.[1] ?? 0
  return sorted
    .filter(([, weight]) => weight >= most * worthShowing)
    .map(([word, weight]) => ({ text: word, weight: Math.round(weight * 100) / 100 }))
}
