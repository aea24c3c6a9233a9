/**
 * The tokens name their dark values `[data-theme="dark"]`, which a script would have to set. The
 * portal follows the phone instead, in the style sheet itself, so that nothing flashes before the
 * script has arrived.
 */
import type { Plugin } from 'vite'

const DARK_RULE = /\[data-theme=["']dark["']\]\s*(\{[^}]*\})/g

export function darkByMedia(): Plugin {
  return {
    name: 'huiyin:dark-by-media',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/design\/tokens\.css(\?|$)/.test(id)) return null
      if (!code.match(DARK_RULE)) throw new Error('tokens.css has no [data-theme="dark"] rule')
      return {
        code: code.replace(DARK_RULE, '@media (prefers-color-scheme: dark) { :root $1 }'),
        map: null,
      }
    },
  }
}
