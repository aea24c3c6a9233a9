/** npm run test:browser – the stories in stories/browser, in the machine's Chromium. */
import { findChromium, installBrowser } from './chromium.ts'
import { runVitest } from './run-vitest.ts'
import { finish } from './score.ts'

installBrowser()
const chromium = findChromium()
if (!chromium) {
  console.error(
    'The browser tests need Chromium or Chrome. Install it (Debian and Ubuntu: ' +
      'apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH to its program.',
  )
  finish('browser tests', { passed: 0, failed: 1 })
}
const parameters = ['--config', 'vitest.browser.config.ts', ...process.argv.slice(2)]
finish('browser tests', await runVitest(parameters, { CHROMIUM_PATH: chromium }))
