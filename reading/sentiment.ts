import type { Clause } from './clauses.ts'
import type { Sentiment } from './labels.ts'
import type { Hit } from './lexicon.ts'
import type { Reason } from './reading.ts'

/** How far a negation or a degree word reaches within its clause, in characters. */
const reachHan = 5
const reachLatin = 16
/** What is left of a word's weight when it is negated: "不好" is bad, "不坏" is only a little good. */
const negatedGood = -1
const negatedBad = -0.4
const clauseAfterTurn = 1.5
const clauseBeforeTurn = 0.7
const clauseThatWishes = 0.4
/** "总的来说…", and the last word, count for more than what was listed on the way. */
const clauseThatSumsUp = 2.5
const lastClauses = 1.5
/** Feeling that no word of feeling shows, and the most that a neutral text may show. */
const faint = 0.3

export type Mood = { score: number; reasons: Reason[]; exclaims: number }

/** The writer's attitude from the words of feeling, clause by clause. */
export function moodOf(text: string, clauses: Clause[], hits: Hit[]): Mood {
  const reasons: Reason[] = []
  let score = 0
  let before = 0
  let next = 0
  for (const clause of clauses) {
    const own: Hit[] = []
    while (next < hits.length && (hits[next] as Hit).start < clause.end) {
      own.push(hits[next] as Hit)
      next += 1
    }
    if (own.length === 0) continue
    const turns = own.some((hit) => hit.entry.label === 'turn')
    if (turns) score -= before * (1 - clauseBeforeTurn)
    const sumsUp = own.some((hit) => hit.entry.label === 'sum')
    const isLast = clauses.length > 3 && clause === clauses.at(-1)
    const emphasis =
      (turns ? clauseAfterTurn : 1) * (sumsUp ? clauseThatSumsUp : 1) * (isLast ? lastClauses : 1)
    const felt = clauseScore(clause, own, reasons) * emphasis
    score += felt
    before = turns ? felt : before + felt
  }
  const exclaims = (text.match(/[!！]/g) ?? []).length
  return { score, reasons, exclaims }
}

function clauseScore(clause: Clause, hits: Hit[], reasons: Reason[]): number {
  const wishes = hits.some((hit) => hit.entry.label === 'wish')
  let score = 0
  const lastFeeling = hits.findLastIndex(isFeeling)
  for (const [at, hit] of hits.entries()) {
    const { label } = hit.entry
    if (at > lastFeeling && isFlatRefusal(hit)) {
      score -= hit.entry.weight
      reasons.push({ text: hit.entry.word, weight: -hit.entry.weight })
    }
    if (!isFeeling(hit)) continue
    const { factor, words } = modifiers(clause, hits, at)
    const sign = label === 'pos' ? 1 : -1
    const isTurned = words.negations % 2 === 1
    const turned = label === 'pos' ? negatedGood : negatedBad
    const weight = sign * hit.entry.weight * factor * (isTurned ? turned : 1)
    const dampened = wishes || (clause.asks && label === 'pos') ? weight * clauseThatWishes : weight
    score += dampened
    reasons.push({ text: `${words.text}${hit.entry.word}`, weight: dampened })
  }
  return score
}

function isFeeling({ entry }: Hit): boolean {
  return entry.label === 'pos' || entry.label === 'neg'
}

/** "根本没…" with no word of feeling after it: what did not happen at all is a grievance. */
function isFlatRefusal({ entry }: Hit): boolean {
  return entry.label === 'not' && entry.weight < 1
}

/** The negations and degree words that stand close before a word of feeling. */
function modifiers(clause: Clause, hits: Hit[], at: number) {
  const word = hits[at] as Hit
  const words = { negations: 0, text: '' }
  let factor = 1
  let from = word.start
  for (let back = at - 1; back >= 0; back -= 1) {
    const hit = hits[back] as Hit
    const { label, weight } = hit.entry
    if (label === 'pos' || label === 'neg') break
    const isLatin = /[a-z]/.test(hit.entry.word)
    if (from - hit.end > (isLatin ? reachLatin : reachHan)) break
    if (!isLatin && clause.text.slice(hit.end - clause.start, from - clause.start).includes(' '))
      break
    if (label === 'not') words.negations += 1
    else if (label === 'degree') factor *= weight
    else continue
    words.text = hit.entry.word + words.text
    from = hit.start
  }
  return { factor, words }
}

/** How strong the attitude is, 0 (flat) to 1 (furious or delighted), by words of feeling and marks. */
export function intensityOf(label: Sentiment, mood: Mood): number {
  const size = Math.abs(mood.score)
  const loudness = Math.min(0.3, mood.exclaims * 0.06)
  const strength =
    label === 'neutral'
      ? Math.min(faint, size / 4)
      : Math.max(faint, 1 - Math.exp(-size / 4)) + loudness
  return Math.round(Math.min(1, strength) * 100) / 100
}
