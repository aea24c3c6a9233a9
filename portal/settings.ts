/** How this person reads: language and text size. Chosen once, remembered on the device. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../contract/values.ts'
import { onDevice } from './keeping.ts'
import { dictionaries } from './words/words.ts'
import type { Words } from './words/zh.ts'

export interface Settings {
  locale: Locale
  words: Words
  isBig: boolean
  chooseLocale: (locale: Locale) => void
  chooseBig: (isBig: boolean) => void
}

export const SettingsContext = createContext<Settings>({
  locale: 'zh-CN',
  words: dictionaries['zh-CN'],
  isBig: false,
  chooseLocale: () => {},
  chooseBig: () => {},
})

export const useSettings = () => useContext(SettingsContext)

/** What the person chose, else what their browser speaks, else what the workspace speaks. */
export function localeFor(
  chosen: Locale | null,
  spoken: readonly string[],
  workspaces: Locale = 'zh-CN',
): Locale {
  if (chosen) return chosen
  const first = spoken[0]?.toLowerCase() ?? ''
  if (first.startsWith('zh')) return 'zh-CN'
  return first.startsWith('en') ? 'en' : workspaces
}

export const keptLocale = () => onDevice.read<Locale>('locale')
export const keepLocale = (locale: Locale) => onDevice.write('locale', locale)
export const keptBig = () => onDevice.read<boolean>('big') === true
export const keepBig = (isBig: boolean) => onDevice.write('big', isBig)

/** Before anything is drawn, so that nothing jumps. */
export function applySettings(locale: Locale, isBig: boolean): void {
  document.documentElement.lang = locale
  document.documentElement.toggleAttribute('data-big', isBig)
}
