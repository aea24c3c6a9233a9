import type { Hit } from './lexicon.ts'

const maxKeywords = 8
const latinStops = new Set(
  'the a an and or but is are was were be been am i you he she it we they me my your our their this that these those to of in on at for with from as by not no do does did have has had will would can could should so if then than there here what when where why how which who whom about into out up down just very really too also please thanks thank hi hello all any some more most other such only own same its im dont cant wont ive get got one after before again'.split(
    ' ',
  ),
)
/** The number of a parcel or an order tells nothing of others, and leads to one customer. */
const namesOneMatter = /\d{5}/

/** The telling words of a text: those the lexicons know first, then names and codes in Latin. */
export function keywordsOf(text: string, hits: Hit[]): string[] {
  const weights = new Map<string, number>()
  for (const hit of hits) {
    const word = hit.entry.rest.length > 0 ? text.slice(hit.start, hit.end) : hit.entry.word
    if (/[\s\n]/.test(word) && !/[a-z]/.test(word)) continue
    weights.set(word, (weights.get(word) ?? 0) + Math.abs(hit.entry.weight) + word.length / 10)
  }
  for (const [word] of text.slice(0, 2_000).matchAll(/[a-z][a-z0-9]{2,23}/g)) {
    if (!latinStops.has(word) && !namesOneMatter.test(word) && !weights.has(word))
      weights.set(word, 0.5)
  }
  return [...weights]
    .sort((one, other) => other[1] - one[1])
    .map(([word]) => word)
    .filter((word, at, all) => !all.slice(0, at).some((heavier) => heavier.includes(word)))
    .slice(0, maxKeywords)
}
