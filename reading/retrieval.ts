/**
 * Finding the known text that fits what somebody writes: characters alone and in pairs, words, and
 * meanings (lexicons/concepts), weighed by how few of the known texts have them, in the manner of
 * BM25. Each way to ask is a passage of its own, so that one near wording is enough; beside that
 * counts how much of the question any passage of the same speaks of.
 */
import { clausesOf } from './clauses.ts'
import { foldForReading } from './fold-for-reading.ts'
import { isLone, isMeaning, termsOf } from './retrieval-terms.ts'

/** A stretch of text that leads to `id`. Several may lead to the same. */
export interface Passage {
  id: string
  text: string
  /** What a hit counts beside those of other passages, 0–1; 1 unless said. */
  weight?: number
}

/** What was found; `score` 0–1: how much the question and the known text have in common. */
export interface Found {
  id: string
  score: number
}

/** Passages made ready to be searched. Opaque. */
export type Shelf = Readonly<{
  ids: readonly string[]
  /** Of each passage: whose it is, as a place in `ids`; what a hit counts; what it says in all. */
  owner: Uint32Array
  weight: Float32Array
  mass: Float32Array
  /** Term → how telling it is, the passages that hold it, and whose they are, how plainly. */
  terms: ReadonlyMap<string, Term>
  /** How telling a term is that no passage has. */
  unknown: number
  /** Where sums are gathered; one search at a time uses them. */
  sums: Float32Array
}>

type Term = { worth: number; rows: number[]; places: number[]; plainly: number[] }

/** Passages of one shelf; what comes after is not found. */
export const mostPassages = 40_000
/** UTF-16 units of a passage that are looked at. */
const longestPassage = 400
/** UTF-16 units of a question that are looked at. */
const longestQuestion = 1_000
/** A long question is looked at by its beginning and in parts of about this many units, at most so many. */
const partLength = 36
const mostParts = 8
/** A single character says less than a pair, a meaning more. */
const shareOfLone = 0.4
const shareOfMeaning = 1.3
/** Beside a passage what the question says counts this much, what the passage says the rest. */
const shareOfQuestion = 0.55
/** What no passage speaks of makes a question less like each of them, but only so much. */
const shareOfUnknown = 0.5
/** The second best passage of the same. */
const shareOfSecond = 0.12
/** Of few known texts each term would seem common: rarity is as among this many at least. */
const fewest = 24
/** All passages of the same together, beside the best one. */
const shareOfAll = 0.6

/** Time grows with the length of the passages. Never throws. */
export function shelve(passages: readonly Passage[]): Shelf {
  const kept = passages.slice(0, mostPassages)
  const ids = [...new Set(kept.map(({ id }) => id))]
  const places = new Map(ids.map((id, place) => [id, place]))
  const owner = Uint32Array.from(kept, ({ id }) => places.get(id) as number)
  const weight = Float32Array.from(kept, (passage) => passage.weight ?? 1)
  const said = kept.map(({ text }) => termsOf(foldForReading(text.slice(0, longestPassage))))
  const terms = new Map<string, Term>()
  for (const [row, own] of said.entries())
    for (const term of own) note(terms, term, row, owner[row] as number, weight[row] as number)
  for (const [name, term] of terms) settle(name, term, ids.length)
  const worthOf = (term: string) => (terms.get(term) as Term).worth
  const mass = Float32Array.from(said, (own) =>
    [...own].reduce((sum, term) => sum + worthOf(term), 0),
  )
  const unknown = rarityOf(0, ids.length) * shareOfUnknown
  return { ids, owner, weight, mass, terms, unknown, sums: new Float32Array(kept.length) }
}

/** Passages of the same stand together or apart, in any order. */
function note(terms: Map<string, Term>, name: string, row: number, place: number, weight: number) {
  let term = terms.get(name)
  if (term === undefined) {
    term = { worth: 0, rows: [], places: [], plainly: [] }
    terms.set(name, term)
  }
  term.rows.push(row)
  const at = term.places.lastIndexOf(place)
  if (at === -1) {
    term.places.push(place)
    term.plainly.push(weight)
  } else term.plainly[at] = (term.plainly[at] as number) + weight
}

/** The fewer speak of it, the more it tells; said again and again it is hardly said more plainly. */
function settle(name: string, term: Term, count: number): void {
  term.worth = rarityOf(term.places.length, count) * shareOf(name)
  term.plainly = term.plainly.map((times) => times / (times + 1))
}

function shareOf(name: string): number {
  if (isMeaning(name)) return shareOfMeaning
  return isLone(name) ? shareOfLone : 1
}

function rarityOf(having: number, count: number): number {
  const of = Math.max(count, fewest)
  return Math.log(1 + (of - having + 0.5) / (having + 0.5)) + 0.1
}

/**
 * What fits the text, the best first: at most `most`, of a score of at least `least`. Of a long text
 * the beginning is looked at; one that says nothing finds nothing. Never throws.
 */
export function lookUp(
  shelf: Shelf,
  text: string,
  { most = 3, least = 0 }: { most?: number; least?: number } = {},
): Found[] {
  const best = new Map<number, number>()
  for (const part of partsOf(foldForReading(text.slice(0, longestQuestion))))
    for (const [place, score] of scoresOf(shelf, part))
      if (score > (best.get(place) ?? 0)) best.set(place, score)
  return [...best]
    .filter(([, score]) => score >= least)
    .sort(([one, score], [other, than]) => than - score || one - other)
    .slice(0, most)
    .map(([place, score]) => ({ id: shelf.ids[place] as string, score: Math.min(1, score) }))
}

/** The beginning, and of a long question its sentences, so that a story is found by its point. */
function partsOf(folded: string): string[] {
  const parts: string[] = [folded.slice(0, partLength * 2)]
  if (folded.length <= partLength) return parts
  let part = ''
  for (const { text } of clausesOf(folded)) {
    if (part !== '' && part.length + text.length > partLength) {
      parts.push(part)
      part = ''
    }
    part = part === '' ? text : `${part} ${text}`
    if (parts.length > mostParts) return parts
  }
  return part === '' ? parts : [...parts, part.slice(0, partLength * 2)]
}

/** Place in `ids` → how well its passages fit. */
function scoresOf(shelf: Shelf, part: string): Map<number, number> {
  const { sums, terms } = shelf
  const touched: number[] = []
  const spokenOf = new Map<number, number>()
  let own = 0
  for (const name of termsOf(part)) {
    const term = terms.get(name)
    own += term?.worth ?? shelf.unknown * shareOf(name)
    if (term === undefined) continue
    for (const row of term.rows) {
      if (sums[row] === 0) touched.push(row)
      sums[row] = (sums[row] as number) + term.worth
    }
    for (const [at, place] of term.places.entries())
      spokenOf.set(place, (spokenOf.get(place) ?? 0) + term.worth * (term.plainly[at] as number))
  }
  const nearest = nearestOf(shelf, touched, own)
  return new Map(
    [...spokenOf].map(([place, spoken]) => [
      place,
      shareOfAll * (spoken / own) + (1 - shareOfAll) * (nearest.get(place) ?? 0),
    ]),
  )
}

/** Place → its best passage, and a little for the second best. Clears the sums. */
function nearestOf(shelf: Shelf, touched: readonly number[], own: number): Map<number, number> {
  const first = new Map<number, number>()
  const second = new Map<number, number>()
  for (const row of touched) {
    const shared = shelf.sums[row] as number
    shelf.sums[row] = 0
    const whole = shareOfQuestion * own + (1 - shareOfQuestion) * (shelf.mass[row] as number)
    const score = (shared / whole) * (shelf.weight[row] as number)
    const place = shelf.owner[row] as number
    const before = first.get(place) ?? 0
    first.set(place, Math.max(before, score))
    second.set(place, Math.max(second.get(place) ?? 0, Math.min(before, score)))
  }
  return new Map(
    [...first].map(([place, score]) => [
      place,
      score + shareOfSecond * (second.get(place) ?? 0) * (1 - score),
    ]),
  )
}
