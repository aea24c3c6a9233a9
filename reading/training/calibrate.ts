import { type HeadName, heads, probabilities } from '../heads.ts'
import { kinds, risks, topics, urgencies } from '../labels.ts'
import type { Calibration } from '../model.ts'
import type { SeedLine } from './seed.ts'

/** What the heads gathered from a line by an author they were not trained on. */
export type Unseen = { line: SeedLine; sums: Float64Array }

const eases = [0.6, 0.8, 1, 1.2, 1.5, 1.8, 2.2, 2.6, 3]
const shares = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
/** A text that may well be felt is read so: people who write in seldom do without a reason. */
const feltFrom = 0.3
/** Lines with two kinds are too few for a best value to be found; at this share both are meant. */
const secondFrom = 0.3
/** Below even odds a kind is a guess. */
const abstainBelow = 0.45

/** Where to draw the lines, found on lines of authors not trained on. */
export function calibrate(unseen: readonly Unseen[]): Calibration {
  const ease = {
    kind: bestEase('kind', kinds, unseen, ({ line }) => line.kinds[0] as string),
    urgency: bestEase('urgency', urgencies, unseen, ({ line }) => line.urgency),
  }
  const topic = best(
    shares.flatMap((topicsFrom) => shares.map((shareOfMain) => ({ topicsFrom, shareOfMain }))),
    ({ topicsFrom, shareOfMain }) =>
      scoreOfSets(unseen, 'topics', topics, ({ line }) => line.topics, topicsFrom, shareOfMain, 1),
  )
  const risksFrom = best(shares, (from) =>
    scoreOfSets(unseen, 'risks', risks, ({ line }) => line.risks, from, 0, 2),
  )
  return {
    ease,
    abstainBelow,
    secondFrom,
    feltFrom,
    ...topic,
    risksFrom,
  }
}

/** The ease under which the certainty given to the right label is greatest. */
function bestEase(
  head: HeadName,
  labels: readonly string[],
  unseen: readonly Unseen[],
  right: (one: Unseen) => string,
): number {
  return best(eases, (ease) => {
    let sum = 0
    for (const one of unseen) {
      const sure = probabilities(
        head,
        one.sums.map((value) => value / ease),
      )
      sum += Math.log(Math.max(1e-9, sure[labels.indexOf(right(one))] as number))
    }
    return sum
  })
}

/** F-measure over all labels and lines; `lean` above 1 values finding over being right. */
function scoreOfSets(
  unseen: readonly Unseen[],
  head: 'topics' | 'risks',
  labels: readonly string[],
  goldOf: (one: Unseen) => readonly string[],
  from: number,
  shareOfMain: number,
  lean: number,
): number {
  let both = 0
  let said = 0
  let gold = 0
  for (const one of unseen) {
    const sure = probabilities(head, one.sums)
    const floor = Math.max(from, Math.max(...sure) * shareOfMain)
    const wanted = goldOf(one)
    gold += wanted.length
    sure.forEach((certainty, at) => {
      if (certainty < floor) return
      said += 1
      if (wanted.includes(labels[at] as string)) both += 1
    })
  }
  const squared = lean * lean
  return both === 0 ? 0 : ((1 + squared) * both) / (squared * gold + said)
}

function best<T>(choices: readonly T[], score: (choice: T) => number): T {
  let chosen = choices[0] as T
  let most = Number.NEGATIVE_INFINITY
  for (const choice of choices) {
    const reached = score(choice)
    if (reached > most) {
      most = reached
      chosen = choice
    }
  }
  return chosen
}

/** All columns at once, from what each head gathered on its own. */
export function allSums(of: (name: HeadName) => Float64Array): Float64Array {
  const sums = new Float64Array(of('kind').length)
  for (const name of Object.keys(heads) as HeadName[]) {
    const own = of(name)
    own.forEach((sum, column) => {
      sums[column] = (sums[column] as number) + sum
    })
  }
  return sums
}
