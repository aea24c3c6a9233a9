import { readFileSync } from 'node:fs'

const simplified = loadPairs()

/**
 * The text as the engine and the search index see it: NFKC, traditional characters folded to
 * simplified, lower case, control and invisible characters removed, white space collapsed.
 */
export function normalise(text: string): string {
  return foldText(text).replace(/\s+/g, ' ').trim()
}

/** As `normalise`, but line breaks stay, because they end clauses. */
export function foldText(text: string): string {
  const folded = text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\n\t\P{C}]|\ufffd|[\ufe00-\ufe0f]/gu, '')
  return foldTraditional(folded)
}

/** Replaces each traditional character that the table knows by its simplified form. */
function foldTraditional(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (character) => simplified.get(character) ?? character)
}

/** Keys of the table that simplified texts use as well: 著名, 乾坤, 瞭望. */
const alsoSimplified = new Set('著乾瞭藉夥徵於摺佑佔昇黏')

/** True for a character that is written differently in simplified Chinese. */
export function isTraditional(character: string): boolean {
  return simplified.has(character) && !alsoSimplified.has(character)
}

const simplifiedForms = new Set(simplified.values())

/** True for a character that exists only, or mostly, as a simplification. */
export function isSimplified(character: string): boolean {
  return simplifiedForms.has(character)
}

/** The table is a text of pairs, traditional then simplified; "#" starts a comment line. */
function loadPairs(): Map<string, string> {
  const file = readFileSync(new URL('./lexicons/traditional.txt', import.meta.url), 'utf8')
  const characters = [...file.replace(/^#.*$/gm, '').replace(/\s+/g, '')]
  const pairs = new Map<string, string>()
  for (let at = 0; at + 1 < characters.length; at += 2) {
    pairs.set(characters[at] as string, characters[at + 1] as string)
  }
  return pairs
}
