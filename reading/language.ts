import type { Language } from './labels.ts'
import { isSimplified, isTraditional } from './normalise.ts'

/** From this share of Latin words on, a text with Chinese in it counts as mixed. */
const mixedShare = 0.34
const mostlyLatinShare = 0.9

/** The language by its script: short texts such as "app闪退" leave nothing else to go by. */
export function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu) ?? []
  const latinWords = text.match(/[\p{Script=Latin}][\p{Script=Latin}'’-]*/gu) ?? []
  const foreign = text.match(
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Tibetan}\p{Script=Devanagari}]/gu,
  )
  const units = han.length + latinWords.length
  if (foreign !== null && foreign.length * 4 > units) return 'other'
  if (units === 0) return 'other'
  const latinShare = latinWords.length / units
  if (latinShare >= mostlyLatinShare) return looksEnglish(latinWords) ? 'en' : 'other'
  if (latinShare >= mixedShare && latinWords.length >= 3) return 'mixed'
  return isMostlyTraditional(han) ? 'zh-Hant' : 'zh-Hans'
}

function isMostlyTraditional(han: string[]): boolean {
  let traditional = 0
  let simplified = 0
  for (const character of han) {
    if (isTraditional(character)) traditional += 1
    else if (isSimplified(character)) simplified += 1
  }
  return traditional > simplified
}

/** Accented letters throughout mean another language of the Latin script. */
function looksEnglish(words: string[]): boolean {
  const accented = words.filter((word) => /[^a-zA-Z'’-]/.test(word)).length
  return accented * 5 <= words.length
}
