/** Says at the end of a build what a phone has to download, and fails when it is too much. */
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Gzip bytes of script the first page may load. */
export const SCRIPT_LIMIT = 60_000

export function weighScripts(): Plugin {
  return {
    name: 'huiyin:weigh-scripts',
    apply: 'build',
    writeBundle(_, bundle) {
      let script = 0
      let style = 0
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') script += gzipSync(file.code).length
        else if (file.fileName.endsWith('.css')) style += gzipSync(file.source).length
      }
      console.log(
        `portal: script ${kB(script)}, style ${kB(style)} (gzip; script limit ${kB(SCRIPT_LIMIT)})`,
      )
      if (script > SCRIPT_LIMIT) throw new Error('The portal’s script has grown over its limit')
    },
  }
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
