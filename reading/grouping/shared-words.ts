import { foldForReading } from '../fold-for-reading.ts'
import { scan } from '../lexicon.ts'
import { maskPersonalData } from '../mask-personal-data.ts'
import { shippedModel } from '../model.ts'
import { normalise } from '../normalise.ts'
import { isAnchor, printOf } from './print.ts'
import { rarityOf } from './rarity.ts'

const mostWords = 5
const longestWord = 8
const pairsConsidered = 24
const sharedBy = 0.4
const always = 0.9
const titleLengths = { least: 5, most: 36 }

/** What these texts have in common, as words that stand in them (normalised), the most telling first. */
export function sharedWords(texts: readonly string[]): string[] {
  const folded = texts.map((text) => foldForReading(text))
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const term of printOf(text).terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const least = Math.max(2, Math.ceil(texts.length * sharedBy))
  const shared = [...counts]
    .filter(([term, count]) => count >= least && isAnchor(term))
    .map(([term, count]) => ({ term, worth: count * rarityOf(term) }))
    .sort((one, other) => other.worth - one.worth)
    .slice(0, pairsConsidered)
  const worth = new Map(shared.map((one) => [one.term, one.worth]))
  const words = new Map<string, number>()
  for (const text of folded)
    for (const [word, value] of [...runsIn(text, worth), ...saidIn(text, worth)])
      words.set(grown(word, folded), Math.max(words.get(word) ?? 0, value))
  return [...words]
    .map(([word, value]) => ({
      word,
      value,
      texts: folded.filter((text) => text.includes(word)).length,
    }))
    .filter((one) => one.texts >= Math.min(2, texts.length))
    .sort(
      (one, other) =>
        other.value * other.texts - one.value * one.texts || (one.word < other.word ? -1 : 1),
    )
    .map(({ word }) => word)
    .filter(
      (word, at, all) =>
        !all.slice(0, at).some((before) => before.includes(word) || word.includes(before)),
    )
    .slice(0, mostWords)
}

/** As far as it always goes on the same way: 收不 is 收不到 wherever it stands. */
export function grown(word: string, texts: readonly string[]): string {
  const holding = texts.filter((text) => text.includes(word))
  for (const text of holding.slice(0, 1)) {
    const at = text.indexOf(word)
    for (const longer of [
      text.slice(at, at + word.length + 1),
      text.slice(Math.max(0, at - 1), at + word.length),
    ])
      if (
        longer.length > word.length &&
        longer.length <= longestWord &&
        /^[\p{sc=Han}a-z0-9.]+$/v.test(longer) &&
        holding.filter((one) => one.includes(longer)).length >= Math.max(2, holding.length * always)
      )
        return grown(longer, texts)
  }
  return word
}

/** Shared pairs that stand in a row are one word: 购物 and 物车 are 购物车. */
function runsIn(text: string, worth: ReadonlyMap<string, number>): [string, number][] {
  const found: [string, number][] = []
  let start = -1
  let value = 0
  for (let at = 0; at < text.length; at += 1) {
    const one = worth.get(text.slice(at, at + 2))
    if (one !== undefined && (start < 0 || at + 2 - start <= longestWord)) {
      if (start < 0) start = at
      value += one
      continue
    }
    if (start >= 0) found.push([text.slice(start, at + 1), value])
    start = -1
    value = 0
  }
  for (const [word] of text.matchAll(/[a-z][a-z0-9.]+/g)) {
    const one = worth.get(word)
    if (one !== undefined) found.push([word, one])
  }
  return found
}

/** The words in which a shared meaning is said here. */
function saidIn(text: string, worth: ReadonlyMap<string, number>): [string, number][] {
  return scan(shippedModel().lists.concepts.lexicon, text).flatMap((hit): [string, number][] => {
    const one = worth.get(`:${hit.entry.label}`)
    const word = text.slice(hit.start, hit.end)
    return one === undefined || word.length > longestWord || /\s/.test(word) ? [] : [[word, one]]
  })
}

/**
 * A sentence of theirs that says best what they share, personal data masked; empty when none does.
 * Together with the text it stands in, which is the most typical one.
 */
export function typicalSentence(
  texts: readonly string[],
  words: readonly string[],
): { sentence: string; at: number } {
  let best = { sentence: '', at: 0, worth: 0 }
  for (const [at, text] of texts.entries())
    for (const piece of maskPersonalData(text).split(/[。！？!?；;\n]|(?<=[^\d])[,，](?=[^\d])/)) {
      const sentence = piece.trim()
      if (sentence.length < titleLengths.least || sentence.length > titleLengths.most) continue
      const plain = normalise(sentence)
      const held = words.reduce(
        (sum, word, rank) => sum + (plain.includes(word) ? 1 / (1 + rank / 3) : 0),
        0,
      )
      const worth = held - sentence.length / 200
      if (held > 0 && worth > best.worth) best = { sentence, at, worth }
    }
  return { sentence: best.sentence, at: best.at }
}
