/** What two texts are compared by. */
import { type Concepts, loadConcepts } from './concepts.ts'
import { scan } from './lexicon.ts'

/** Characters that stand in any sentence and say nothing of its matter. */
const hollow = new Set(
  '的了吗呢啊呀吧嘛哦哈嗯么我你您他她它们咱这那哪个就都也还又很太真是在有和跟与及把被给让对向从到为以于而且但却并或若如则因所其之得地着过会能可要想说请帮啥谁几里上下中来去么哎唉呗咋',
)
/** English words of the same kind. */
const hollowWords = new Set(
  'a an the is are was were be been am i me my you your it its this that to of in on at for and or but so do does did have has had with from as by if can could would should will just please not no there what when where which who how why they them their we our us'.split(
    ' ',
  ),
)
const chinese = /[\u3400-\u9fff]/
const pieces = /[\u3400-\u9fff]+|[a-z]+(?:'[a-z]+)?|\d+/g
/** Longer numbers are somebody's order, phone or card. */
const longestNumber = 4
const longestWord = 24

const meaning = '§'
let concepts: Concepts | null = null

/**
 * The terms of a folded text: Chinese characters alone and in pairs, Latin words by their stem, short
 * numbers, and the meanings that lexicons/concepts knows. Hollow characters count in pairs only.
 */
export function termsOf(folded: string): Set<string> {
  concepts ??= loadConcepts()
  const terms = new Set<string>()
  for (const [piece] of folded.matchAll(pieces)) {
    if (chinese.test(piece)) addCharacters(terms, piece)
    else if (/^\d/.test(piece)) {
      if (piece.length <= longestNumber) terms.add(`#${piece}`)
    } else if (!hollowWords.has(piece) && piece.length <= longestWord)
      terms.add(`/${stemOf(piece)}`)
  }
  for (const { entry } of scan(concepts.lexicon, folded)) terms.add(meaning + entry.label)
  return terms
}

export const isMeaning = (term: string) => term.startsWith(meaning)
export const isLone = (term: string) => term.length === 1

function addCharacters(terms: Set<string>, run: string): void {
  for (let at = 0; at < run.length; at += 1) {
    const character = run[at] as string
    const isHollow = hollow.has(character)
    if (!isHollow) terms.add(character)
    const next = run[at + 1]
    if (next !== undefined && !(isHollow && hollow.has(next))) terms.add(character + next)
  }
}

/** "refunded", "refunds" and "refunding" are one. */
function stemOf(word: string): string {
  const bare = word.replace(/'(?:s|t|re|ve|ll|d|m)$/, '')
  if (bare.length <= 4) return bare.replace(/(?<=[a-z]{2}[^s])s$/, '')
  return bare
    .replace(/(?:ing|ed|es|s|ly)$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/(?:e|y|i)$/, '')
}
