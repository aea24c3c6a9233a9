import { columns } from './heads.ts'
import { errorsOf, hear, type Lesson } from './lesson.ts'
import type { Model } from './model.ts'
import type { Taught } from './taught.ts'

/** Steps towards what a person said; fewer when the model is sure of it sooner. */
const mostSteps = 6
const firstStep = 1
/** After so many lessons a step is half as long. */
const halfAfter = 400
/** A lesson is about its words, far less about how often a label is right. */
export const biasPace = 0.05

/**
 * The model with these lessons learned, one after the other. Pure: the model given stays as it is. A
 * few steps each, on the columns that were wrong, so that a correction counts for the very next text.
 */
export function teach(model: Model, lessons: readonly Lesson[]): Model {
  if (lessons.length === 0) return model
  const rows = new Map(model.taught?.rows)
  const bias = Float32Array.from(model.taught?.bias ?? new Float32Array(columns))
  const own = new Set<number>()
  const before = model.taught?.lessons ?? 0
  const taught: Taught = { rows, bias, lessons: before + lessons.length }
  const learning: Model = { ...model, taught }
  for (const [at, lesson] of lessons.entries()) {
    const stepSize = firstStep / (1 + (before + at) / halfAfter)
    const { parts, sums, wanted, columns: asked } = hear(lesson, learning)
    const strength = parts.reduce((sum, { value }) => sum + value * value, biasPace)
    const moved = new Float64Array(columns)
    for (let step = 0; step < mostSteps; step += 1) {
      const errors = errorsOf(sums, wanted, model.calibration)
      if (asked.every((column) => errors[column] === 0)) break
      for (const column of asked) {
        const by = -stepSize * (errors[column] as number)
        moved[column] = (moved[column] as number) + by
        sums[column] = (sums[column] as number) + by * strength
      }
    }
    const changed = asked.filter((column) => moved[column] !== 0)
    if (changed.length === 0) continue
    for (const { row, value } of parts) {
      // What the model given holds is not written on.
      const cells = own.has(row) ? rows.get(row) : Float32Array.from(rows.get(row) ?? nothing)
      if (cells === undefined) continue
      for (const column of changed)
        cells[column] = (cells[column] as number) + (moved[column] as number) * value
      rows.set(row, cells)
      own.add(row)
    }
    for (const column of changed)
      bias[column] = (bias[column] as number) + (moved[column] as number) * biasPace
  }
  return learning
}

const nothing = new Float32Array(columns)
