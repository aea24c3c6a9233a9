import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterEach } from 'vitest'
import { findChromium } from '../../tasks/chromium.ts'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's Chromium with an empty profile that is thrown away on close. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: run "npm run test:browser"')
  return chromium.launch({ executablePath, headless: true, args: FLAGS })
}

/** BROWSER_SHOTS=folder keeps a picture of every page that was open when a story failed. */
export function keepPicturesOfFailures(browser: () => Browser | undefined): void {
  const folder = process.env.BROWSER_SHOTS
  if (!folder) return
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const pages =
      browser()
        ?.contexts()
        .flatMap((context) => context.pages()) ?? []
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: join(folder, `${task.name}-${index}.png`) }).catch(() => {})
  })
}
