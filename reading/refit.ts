import { columns } from './heads.ts'
import { errorsOf, type Heard, hear, type Lesson } from './lesson.ts'
import type { Model } from './model.ts'
import { biasPace } from './teach.ts'

/** Times over the lessons, the first and the last step, and how fast what was learned fades. */
const rounds = 8
const firstStep = 0.6
const lastStep = 0.15
const fade = 0.002

/**
 * The shipped model with what a workspace's people taught, learned anew from all their lessons at
 * once, beside lines of the seed so that what the seed knows is kept. Pure and deterministic: the
 * order of the lessons given does not matter.
 */
export function refit(model: Model, lessons: readonly Lesson[], seed: readonly Lesson[]): Model {
  const bare: Model = { ...model, taught: null }
  if (lessons.length === 0) return bare
  const heard = inOneOrder([...lessons, ...seed]).map((lesson) => heardOnce(lesson, bare))
  // The seed keeps what lessons move, and moves nothing else.
  const moved = new Set(lessons.flatMap((lesson) => heardOnce(lesson, bare).columns))
  const rows = new Map<number, Float32Array>()
  const bias = new Float32Array(columns)
  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep + ((lastStep - firstStep) * round) / (rounds - 1)
    for (const one of heard) learn(one, moved, rows, bias, step, model)
  }
  return { ...model, taught: { rows, bias, lessons: lessons.length } }
}

const known = new WeakMap<Model['table'], WeakMap<Lesson, Heard>>()

/** A replay asks for the same lessons again and again, and reading them is most of the work. */
function heardOnce(lesson: Lesson, bare: Model): Heard {
  const heard = known.get(bare.table) ?? new WeakMap<Lesson, Heard>()
  known.set(bare.table, heard)
  const one = heard.get(lesson) ?? hear(lesson, bare)
  heard.set(lesson, one)
  return one
}

function learn(
  { parts, sums, wanted, columns: wantedOf }: Heard,
  moved: ReadonlySet<number>,
  rows: Map<number, Float32Array>,
  bias: Float32Array,
  step: number,
  { calibration }: Model,
): void {
  const asked = wantedOf.filter((column) => moved.has(column))
  const now = Float64Array.from(sums)
  for (const column of asked) now[column] = (now[column] as number) + (bias[column] as number)
  for (const { row, value } of parts) {
    const held = rows.get(row)
    if (held === undefined) continue
    for (const column of asked)
      now[column] = (now[column] as number) + (held[column] as number) * value
  }
  const errors = errorsOf(now, wanted, calibration)
  const wrong = asked.filter((column) => errors[column] !== 0)
  if (wrong.length === 0) return
  for (const { row, value } of parts) {
    let held = rows.get(row)
    if (held === undefined) {
      held = new Float32Array(columns)
      rows.set(row, held)
    }
    for (const column of wrong)
      held[column] =
        (held[column] as number) * (1 - fade) - step * (errors[column] as number) * value
  }
  for (const column of wrong)
    bias[column] = (bias[column] as number) - step * biasPace * (errors[column] as number)
}

/** By a hash of the words: the same on every machine, and mixed whatever came first. */
function inOneOrder(lessons: readonly Lesson[]): Lesson[] {
  return lessons
    .map((lesson) => ({ lesson, place: hashOfWords(lesson.text) }))
    .sort((one, other) => one.place - other.place || (one.lesson.text < other.lesson.text ? -1 : 1))
    .map(({ lesson }) => lesson)
}

/** FNV-1a over the words of a text, 0 to 2³²−1: what splits and orders go by, never chance. */
export function hashOfWords(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
