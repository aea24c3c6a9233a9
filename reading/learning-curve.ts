/** How much a model gains from the corrections of people, on texts of one trade in a fixed order. */
import type { Lesson } from './lesson.ts'
import type { Model } from './model.ts'
import { hashOfWords, refit } from './refit.ts'
import { teach } from './teach.ts'

/** A text with what a careful reader says of it. */
export type Gold = { text: string; gold: string[] }

export type CurvePoint = {
  corrections: number
  /** Texts people had looked at by then; those that were read right needed no correction. */
  lookedAt: number
  /** Accuracy on the texts set aside: each correction learned at once, and all learned anew together. */
  atOnce: number
  refitted: number
}

export type Curve = { setAside: number; before: number; points: CurvePoint[] }

/** One text in so many is set aside, by a hash of its words. */
const asideOneIn = 3
const mostAside = 3000

/**
 * Somebody looks at one text after the other, corrects what was misread and confirms the rest. Told
 * for each number of corrections in `counts` that the texts suffice for.
 */
export function learningCurve(
  rows: readonly Gold[],
  counts: readonly number[],
  model: Model,
  {
    isRight,
    lessonOf,
    seed,
  }: {
    isRight(row: Gold, model: Model): boolean
    lessonOf(row: Gold): Lesson
    seed: readonly Lesson[]
  },
): Curve {
  const placed = rows
    .map((row) => ({ row, place: hashOfWords(row.text) }))
    .sort((one, other) => one.place - other.place)
  const isAside = (place: number) => place % asideOneIn === 0
  const aside = placed.filter(({ place }) => isAside(place)).slice(0, mostAside)
  const accuracy = (of: Model) =>
    Math.round(
      (aside.filter(({ row }) => isRight(row, of)).length / Math.max(1, aside.length)) * 10_000,
    ) / 10_000
  const points: CurvePoint[] = []
  const lessons: Lesson[] = []
  let learning = model
  let corrections = 0
  for (const { row } of placed.filter(({ place }) => !isAside(place))) {
    if (points.length === counts.length) break
    if (!isRight(row, learning)) corrections += 1
    lessons.push(lessonOf(row))
    learning = teach(learning, [lessonOf(row)])
    if (corrections === counts[points.length])
      points.push({
        corrections,
        lookedAt: lessons.length,
        atOnce: accuracy(learning),
        refitted: accuracy(refit(model, lessons, seed)),
      })
  }
  return { setAside: aside.length, before: accuracy(model), points }
}
