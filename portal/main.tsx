/** The portal: pages on which customers say something, see how it goes, and say whether it helped. */
import { render } from 'preact'
import '../design/tokens.css'
import './look/page.css'
import './look/pieces.css'
import './look/form.css'
import './look/known.css'
import './look/evidence.css'
import './look/files.css'
import './look/case.css'
import './look/talk.css'
import './look/survey.css'
import { App } from './app.tsx'
import { applySettings, keptBig, keptLocale, localeFor } from './settings.ts'

applySettings(localeFor(keptLocale(), navigator.languages), keptBig())
const root = document.getElementById('portal')
if (root) {
  root.replaceChildren()
  render(<App />, root)
}
