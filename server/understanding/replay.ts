/**
 * The held-back replay that decides over a new version: what people judged is split in five by a hash
 * of the words, and each fifth is read by a model that learned from the other four only. The version in
 * use is asked about the same texts, and likewise never about what it had learned from.
 */
import { type Part, parts } from '../../contract/understanding.ts'
import {
  hashOfWords,
  type Lesson,
  type Model,
  packTaught,
  read,
  refit,
  shippedModel,
  type Taught,
  unpackTaught,
} from '../../reading/index.ts'
import { agree, asCorrection, saidBy } from './judgements.ts'
import type { Saying, Sayings, Tried } from './tables.ts'

const folds = 5
/** A part with so many judged texts may lose no more than this share of them. */
const enough = 20
const toleratedLoss = 0.02

export interface Judged {
  feedbackId: string
  text: string
  /** What people say of it. */
  gold: Saying
}

export interface RefitTask {
  judged: Judged[]
  /** The version in use: its weights, and what it said unseen of texts it has learned from since. */
  current: { weights: Uint8Array | null; sayings: Sayings }
}

export interface RefitOutcome {
  weights: Uint8Array
  sayings: Sayings
  tried: Tried[]
  promoted: boolean
}

export function replay({ judged, current }: RefitTask, seed: readonly Lesson[]): RefitOutcome {
  const shipped = shippedModel()
  const lessons = judged.map(lessonOf)
  const sayings: Sayings = {}
  const before: Sayings = {}
  const inUse: Model = {
    ...shipped,
    taught: current.weights === null ? null : unpackTaught(current.weights),
  }
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeld = ({ text }: { text: string }) => hashOfWords(text) % folds === fold
    const held = judged.filter(isHeld)
    if (held.length === 0) continue
    const model = refit(
      shipped,
      lessons.filter((lesson) => !isHeld(lesson)),
      seed,
    )
    for (const { feedbackId, text } of held) {
      const bare = saidBy(read(text, shipped))
      sayings[feedbackId] = { own: saidBy(read(text, model)), shipped: bare }
      const unseen = current.sayings[feedbackId]?.own ?? saidBy(read(text, inUse))
      before[feedbackId] = { own: unseen, shipped: bare }
    }
  }
  const tried = triedOn(judged, sayings, before)
  const taught = refit(shipped, lessons, seed).taught as Taught
  return { weights: packTaught(taught), sayings, tried, promoted: isNoWorse(tried) }
}

function lessonOf({ text, gold }: Judged): Lesson {
  return { text, ...asCorrection(gold) }
}

/** How many of the judged texts each of two versions read right, by part. */
export function triedOn(judged: readonly Judged[], now: Sayings, before: Sayings): Tried[] {
  return parts.flatMap((part) => {
    const texts = judged.filter(({ gold }) => gold[part] !== undefined)
    if (texts.length === 0) return []
    const right = texts.filter((one) => isRight(one, part, now)).length
    const rightBefore = texts.filter((one) => isRight(one, part, before)).length
    return [{ part, texts: texts.length, right, rightBefore }]
  })
}

function isRight({ feedbackId, gold }: Judged, part: Part, sayings: Sayings): boolean {
  return agree(gold[part] ?? [], sayings[feedbackId]?.own[part] ?? ['?'])
}

/** Not less right on the whole, and in no part noticeably less. */
export function isNoWorse(tried: readonly Tried[]): boolean {
  const sum = (of: (one: Tried) => number) => tried.reduce((all, one) => all + of(one), 0)
  const holds = tried.every(
    ({ texts, right, rightBefore }) =>
      texts < enough || right >= rightBefore - texts * toleratedLoss,
  )
  return holds && sum(({ right }) => right) >= sum(({ rightBefore }) => rightBefore)
}
