import { inPlainWords } from './evasions.ts'
import { foldText } from './normalise.ts'

/** UTF-16 units of a text that are read for meaning; what follows is not looked at. */
export const maxAnalysedLength = 20_000

/** A text as the word lists and heads know it. */
export function foldForReading(text: string): string {
  return inPlainWords(foldText(text.slice(0, maxAnalysedLength))).slice(0, maxAnalysedLength)
}
