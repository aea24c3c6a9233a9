import { normalise } from './normalise.ts'

const maxIndexedLength = 100_000
const maxTerms = 4_000
const maxTokenLength = 64
const maxQueryLength = 200
const runs =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]]+/gv
const ideographic = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/v

/**
 * The unique terms under which a text is found: for each run of Chinese, Japanese or Korean
 * characters its bigrams (a run of one gives that character), words and numbers whole, and the
 * parts of "iphone15" too. Letters, digits and marks only; at most 4,000 terms of at most 64
 * characters.
 */
export function searchTerms(text: string): string[] {
  const terms = new Set<string>()
  for (const run of runsOf(text.slice(0, maxIndexedLength))) {
    for (const term of indexTermsOf(run)) terms.add(term)
    if (terms.size >= maxTerms) break
  }
  return [...terms].slice(0, maxTerms)
}

/**
 * How to look for a query among texts indexed by `searchTerms`: rows that hold all `terms`, then
 * those whose normalised text contains `needle`. A query of one Chinese character has no terms.
 */
export function queryTerms(query: string): { terms: string[]; needle: string } {
  const needle = [...normalise(query.slice(0, maxQueryLength * 4))]
    .slice(0, maxQueryLength)
    .join('')
  const terms = new Set<string>()
  for (const run of runsOf(needle)) {
    if (ideographic.test(run)) for (const pair of bigrams(run)) terms.add(pair)
    else terms.add(capped(run))
  }
  return { terms: [...terms], needle }
}

function runsOf(text: string): string[] {
  return normalise(text).match(runs) ?? []
}

function indexTermsOf(run: string): string[] {
  if (ideographic.test(run)) {
    const pairs = bigrams(run)
    return pairs.length > 0 ? pairs : [run]
  }
  const parts = run.match(/\p{N}+|[^\p{N}]+/gu) ?? []
  return parts.length > 1 ? [run, ...parts].map(capped) : [capped(run)]
}

function bigrams(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

function capped(token: string): string {
  return token.length <= maxTokenLength ? token : [...token].slice(0, maxTokenLength).join('')
}
