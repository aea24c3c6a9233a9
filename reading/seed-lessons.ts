import type { Lesson } from './lesson.ts'
import { hashOfWords } from './refit.ts'
import { readSeed } from './training/seed.ts'

/** One line of the seed in so many, chosen by a hash of its words. */
const oneIn = 32

let kept: Lesson[] | null = null

/** Lines of the seed as lessons, the same ones each time: heard beside corrections so that nothing is unlearned. */
export function seedLessons(): Lesson[] {
  kept ??= readSeed(new URL('./seed/', import.meta.url))
    .filter(({ text }) => hashOfWords(text) % oneIn === 0)
    .map(({ text, kinds, topics, sentiment, urgency, risks }) => ({
      text,
      ...(kinds[0] && { kind: kinds[0] }),
      topics,
      sentiment,
      urgency,
      risks,
    }))
  return kept
}
