/**
 * Words that are new: which stand out in some texts against others, by log-odds in standard deviations
 * (after Monroe, Colaresi and Quinn 2008, "Fightin' Words"). Pure. Texts come masked and normalised.
 */

export interface NewWord {
  word: string
  /** Texts of the spike that have it, and of those before it. */
  texts: number
  before: number
  /** Log-odds in standard deviations. */
  weight: number
}

const mostWords = 8
/** Pieces that are looked at for being parts of one. */
const mostJoined = 40
const leastTexts = 3
/** 99.9 % sure, one-sided. */
const leastWeight = 3.09
const longest = { word: 24, gram: 5, joined: 12 }
const textUnits = 400
/** A shorter piece that is nearly always part of a longer one says less than the longer one. */
const partOf = 0.75
/** Particles, pronouns and the like: a word neither begins nor ends with them. */
const bound = new Set(
  '的了是我你您他她它们在不就都也还和与及或很太又再吗呢吧啊呀哦嘛么这那有个到把被让给对从为以而但如果着过得地来去上下里没要会能可说想看做请',
)
const latin = /[a-z][a-z0-9.+#-]{1,23}/g
const chinese = /[\p{Script=Han}]{2,}/gu

/** The words that are new in `texts`, the most telling first. `before` are texts of the time before. */
export function newWords(texts: readonly string[], before: readonly string[]): NewWord[] {
  const now = countTexts(texts)
  const then = countTexts(before)
  const [here, there] = [texts.length, before.length]
  const found: NewWord[] = []
  for (const [word, count] of now) {
    if (count < leastTexts) continue
    const earlier = then.get(word) ?? 0
    const weight = logOdds(count, here, earlier, there)
    if (weight >= leastWeight) found.push({ word, texts: count, before: earlier, weight })
  }
  found.sort((a, b) => b.weight - a.weight || b.word.length - a.word.length)
  return joined(withoutParts(found).slice(0, mostJoined), texts).slice(0, mostWords)
}

/** Half a text more on every side (Jeffreys), so that what was never said is not infinitely new. */
function logOdds(count: number, here: number, earlier: number, there: number): number {
  const [a, b] = [count + 0.5, here - count + 0.5]
  const [c, d] = [earlier + 0.5, there - earlier + 0.5]
  return (Math.log(a / b) - Math.log(c / d)) / Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
}

/** In how many texts each word or piece of Chinese stands. */
function countTexts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const word of piecesOf(text.slice(0, textUnits)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>()
  for (const [word] of text.matchAll(latin)) if (word.length <= longest.word) pieces.add(word)
  for (const [run] of text.matchAll(chinese))
    for (let from = 0; from < run.length; from++)
      for (let length = 2; length <= longest.gram && from + length <= run.length; length++) {
        const piece = run.slice(from, from + length)
        if (!bound.has(piece[0] ?? '') && !bound.has(piece.at(-1) ?? '')) pieces.add(piece)
      }
  return pieces
}

/** 「付款转圈」 stands for 「付款转」 and 「款转圈」; 「付款」 alone stays where it is also said otherwise. */
function withoutParts(found: readonly NewWord[]): NewWord[] {
  return found.filter(
    ({ word, texts }) =>
      !found.some(
        (other) =>
          other.word !== word && other.word.includes(word) && other.texts >= partOf * texts,
      ) &&
      !found.some(
        (other) => word.includes(other.word) && other.word !== word && other.texts * partOf > texts,
      ),
  )
}

/** Pieces that overlap and are said together are one: 「一直转」 and 「直转圈」 are 「一直转圈」. */
function joined(found: readonly NewWord[], texts: readonly string[]): NewWord[] {
  const left = [...found]
  for (let i = 0; i < left.length; i++)
    for (let j = 0; j < left.length; j++) {
      const [one, other] = [left[i] as NewWord, left[j] as NewWord]
      const both = i === j ? null : chained(one.word, other.word)
      if (both === null || both.length > longest.joined) continue
      const count = texts.filter((text) => text.includes(both)).length
      if (count < partOf * Math.max(one.texts, other.texts)) continue
      left[i] = { ...one, word: both, texts: count, before: Math.min(one.before, other.before) }
      left.splice(j, 1)
      i = -1
      break
    }
  return left
}

/** `abc` and `bcd` as `abcd`; null where less than two characters overlap. */
function chained(one: string, other: string): string | null {
  for (let length = Math.min(one.length, other.length) - 1; length >= 2; length--)
    if (one.endsWith(other.slice(0, length))) return one + other.slice(length)
  return null
}
