/**
 * What the console says, in the reader's language. Chinese is the original (`zh/`), English is the
 * translation (`en/`): its type is the shape of the Chinese, so a missing text does not compile.
 */
import { createContext, use } from 'react'
import type { Locale } from '../../contract/values.ts'
import { en } from './en/index.ts'
import { zh } from './zh/index.ts'

export type Words = typeof zh
export const dictionaries: Record<Locale, Words> = { 'zh-CN': zh, en }

export const LocaleContext = createContext<Locale>('zh-CN')

export function useLocale(): Locale {
  return use(LocaleContext)
}

export function useWords(): Words {
  return dictionaries[useLocale()]
}

/** The English name of a thing for English readers, where the operator gave one. */
export function useName(): (thing: { name: string; nameEn: string | null }) => string {
  const locale = useLocale()
  return (thing) => (locale === 'en' ? (thing.nameEn ?? thing.name) : thing.name)
}
