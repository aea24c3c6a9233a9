/** A person with a browser of their own, and everything that must never happen in one. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Owner } from './served.ts'

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export interface Visitor {
  context: BrowserContext
  page: Page
  /** Errors on the console, broken scripts, refused by the policy, requests to strangers. */
  trouble: string[]
}

export interface Looks {
  size?: typeof desk
  locale?: 'zh-CN' | 'en'
  theme?: 'light' | 'dark'
  /** Signed in as. */
  as?: Owner
}

export async function visit(
  browser: Browser,
  address: string,
  looks: Looks = {},
): Promise<Visitor> {
  const { size = desk, locale = 'zh-CN', theme = 'light' } = looks
  const isPhone = size.width < 600
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    colorScheme: theme,
    locale: locale === 'en' ? 'en-US' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: isPhone,
    isMobile: isPhone,
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  if (looks.as) await context.addCookies(cookiesOf(looks.as, address))
  if (looks.locale)
    await context.addInitScript(
      `if (location.protocol === 'http:') localStorage.setItem('huiyin.locale', '${looks.locale}')`,
    )
  const page = await context.newPage()
  return { context, page, trouble: watch(page, address) }
}

function cookiesOf({ cookie }: Owner, address: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address }
  })
}

function watch(page: Page, address: string): string[] {
  const trouble: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text()))
      trouble.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => trouble.push(`script: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url))
      trouble.push(`stranger: ${url}`)
  })
  return trouble
}

/** The browser writes every refusal of the server on its console; some of them are wanted. */
export function besidesRefusals(trouble: string[]): string[] {
  return trouble.filter((line) => !/^console: Failed to load resource.* status of 4\d\d/.test(line))
}

/** So does every request that found no network. */
export function besidesLostNetwork(trouble: string[]): string[] {
  return trouble.filter((line) => !/net::ERR_INTERNET_DISCONNECTED/.test(line))
}
