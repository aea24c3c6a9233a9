import { type Browser, chromium } from 'playwright-core'
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
