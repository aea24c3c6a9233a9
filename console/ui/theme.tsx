import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { type Locale, locales } from '../../contract/values.ts'
import { LocaleContext } from '../words/words.tsx'
import { recall, useRemembered } from './stored.ts'
import { antTheme, readTokens, type Tokens } from './tokens.ts'
import 'dayjs/locale/zh-cn'

export const themeChoices = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themeChoices)[number]

interface Looks {
  theme: ThemeChoice
  dark: boolean
  tokens: Tokens
  chooseTheme: (choice: ThemeChoice) => void
  locale: Locale
  chooseLocale: (locale: Locale) => void
  /** The workspace's language holds until the reader chooses one. */
  suggestLocale: (locale: Locale) => void
}

const LooksContext = createContext<Looks | null>(null)

export function useLooks(): Looks {
  const looks = use(LooksContext)
  if (!looks) throw new Error('outside LooksProvider')
  return looks
}

/** Theme and language of everything inside, remembered in this browser. */
export function LooksProvider({ children }: { children: ReactNode }) {
  const [theme, chooseTheme] = useRemembered('huiyin.theme', themeChoices, 'system')
  const [locale, chooseLocale] = useRemembered<Locale>('huiyin.locale', locales, 'zh-CN')
  const [suggested, suggestLocale] = useState<Locale | null>(null)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const dark = theme === 'dark' || (theme === 'system' && systemDark)
  const spoken = recall('huiyin.locale') === null ? (suggested ?? locale) : locale

  const tokens = useMemo(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    document.documentElement.lang = spoken
    return readTokens()
  }, [dark, spoken])
  useEffect(() => {
    dayjs.locale(spoken === 'en' ? 'en' : 'zh-cn')
  }, [spoken])

  const looks = useMemo(
    () => ({ theme, dark, tokens, chooseTheme, locale: spoken, chooseLocale, suggestLocale }),
    [theme, dark, tokens, chooseTheme, spoken, chooseLocale],
  )
  return (
    <LooksContext value={looks}>
      <LocaleContext value={spoken}>
        <ConfigProvider
          theme={antTheme(tokens, { dark, still })}
          locale={spoken === 'en' ? enUS : zhCN}
          button={{ autoInsertSpace: false }}
        >
          <App component={false} message={{ maxCount: 3 }}>
            {children}
          </App>
        </ConfigProvider>
      </LocaleContext>
    </LooksContext>
  )
}

function useMedia(condition: string): boolean {
  const [query] = useState(() => matchMedia(condition))
  const [matches, set] = useState(query.matches)
  useEffect(() => {
    const follow = () => set(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [query])
  return matches
}
