/** The dictionaries, and the sentence for each refusal. */
import { CallError } from '../../contract/client.ts'
import type { Locale } from '../../contract/values.ts'
import { retryAtOf } from '../calling.ts'
import { atWords } from '../times.ts'
import { en } from './en.ts'
import { type Words, zh } from './zh.ts'

export const dictionaries: Record<Locale, Words> = { 'zh-CN': zh, en }

/** What to tell a person whose request failed. Unknown codes get a sentence that is always true. */
export function sentenceFor(error: unknown, locale: Locale): string {
  const { errors } = dictionaries[locale]
  if (!(error instanceof CallError)) return errors.general
  const retryAt = retryAtOf(error)
  if (error.status === 429 && retryAt) {
    return errors.tooManyUntil(atWords(retryAt.toISOString(), { locale }))
  }
  const known = sentenceForCode(error.code, locale)
  if (known) return known
  const { requestId } = error.problem
  const space = locale === 'en' ? ' ' : ''
  return requestId ? `${errors.general}${space}${errors.reference(requestId)}` : errors.general
}

export function sentenceForCode(code: string, locale: Locale): string | undefined {
  const codes: Record<string, string> = dictionaries[locale].errors.codes
  return Object.hasOwn(codes, code) ? codes[code] : undefined
}
