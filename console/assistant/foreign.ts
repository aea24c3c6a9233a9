/** Is a text in another language than its reader's? Pure. */
import type { Locale } from '../../contract/values.ts'

/** A name or a word tells nothing. */
const fewestLetters = 8

/** By script, which short texts show more surely than words do: a Chinese reader reads "app闪退". */
export function isForeign(text: string, locale: Locale): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length
  const kana = letters.filter((letter) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter))
  if (kana.length > 2) return true
  const isChinese = han > 0 && han / letters.length >= 0.2
  if (locale === 'zh-CN') return letters.length >= fewestLetters && !isChinese
  return han >= 2 || letters.some((letter) => !/[\p{Script=Han}\p{Script=Latin}]/u.test(letter))
}
