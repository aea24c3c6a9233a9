import { foldForReading } from '../fold-for-reading.ts'
import { isConcept, isPlace, type Print } from './print.ts'
import { grown } from './shared-words.ts'

export interface TellingWord {
  /** As it stands in the texts, normalised. */
  word: string
  /** Share of these texts that hold it, and of the others; 0–1. */
  here: number
  elsewhere: number
}

/** Pseudo-counts by which rare terms are held back, as in Monroe, Colaresi and Quinn, "Fightin' Words" (2008). */
const prior = 0.5
const surelyMore = 1.96
const termsLookedAt = 40
const longestWord = 8

/**
 * Words that these texts say far more often than others do, by log-odds beyond chance, the surest
 * first. `samples` are some of the texts: what the terms look like in writing.
 */
export function tellingWords(
  these: readonly Print[],
  others: readonly Print[],
  samples: readonly string[],
  limit: number,
): TellingWord[] {
  const here = countTerms(these)
  const elsewhere = countTerms(others)
  const telling = [...here]
    .map(([term, count]) => ({
      term,
      sure: beyondChance(count, these.length, elsewhere.get(term) ?? 0, others.length),
    }))
    .filter(({ sure }) => sure > surelyMore)
    .sort((one, other) => other.sure - one.sure)
    .slice(0, termsLookedAt)
  const sureness = new Map(telling.map(({ term, sure }) => [term, sure]))
  const found = new Map<string, { sure: number; terms: string[] }>()
  const folded = samples.map((text) => foldForReading(text))
  for (const text of folded)
    for (const one of wordsIn(text, sureness)) {
      const word = grown(one.word, folded)
      if ((found.get(word)?.sure ?? 0) < one.sure) found.set(word, one)
    }
  const share = (counts: ReadonlyMap<string, number>, terms: readonly string[], total: number) =>
    total === 0 ? 0 : Math.min(...terms.map((term) => counts.get(term) ?? 0)) / total
  return [...found]
    .sort((one, other) => other[1].sure - one[1].sure || (one[0] < other[0] ? -1 : 1))
    .filter(([word], at, all) =>
      all.slice(0, at).every(([before]) => !before.includes(word) && !word.includes(before)),
    )
    .slice(0, limit)
    .map(([word, { terms }]) => ({
      word,
      here: share(here, terms, these.length),
      elsewhere: share(elsewhere, terms, others.length),
    }))
}

function countTerms(prints: readonly Print[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of prints)
    for (const term of terms) {
      if (isConcept(term) || isPlace(term) || [...term].length < 2) continue
      counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  return counts
}

/** The log-odds of saying it here against elsewhere, in standard deviations. */
function beyondChance(here: number, of: number, there: number, ofOthers: number): number {
  const odds = (count: number, total: number) => Math.log((count + prior) / (total - count + prior))
  const spread = Math.sqrt(1 / (here + prior) + 1 / (there + prior))
  return (odds(here, of) - odds(there, ofOthers)) / spread
}

/** Telling pairs of characters that stand in a row are one word; it is as sure as the least of them. */
function wordsIn(
  text: string,
  sureness: ReadonlyMap<string, number>,
): { word: string; sure: number; terms: string[] }[] {
  const found: { word: string; sure: number; terms: string[] }[] = []
  let start = -1
  let terms: string[] = []
  const end = (at: number) => {
    if (start >= 0)
      found.push({
        word: text.slice(start, at + 1),
        sure: Math.min(...terms.map((term) => sureness.get(term) ?? 0)) * (1 + terms.length / 10),
        terms,
      })
    start = -1
    terms = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    if (sureness.has(pair) && (start < 0 || at + 2 - start <= longestWord)) {
      if (start < 0) start = at
      terms.push(pair)
    } else end(at)
  }
  end(text.length - 1)
  for (const [word] of text.matchAll(/[a-z][a-z0-9.]+/g)) {
    const sure = sureness.get(word)
    if (sure !== undefined) found.push({ word, sure, terms: [word] })
  }
  return found
}
