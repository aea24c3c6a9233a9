import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'

const HARD_LIMIT = 300
const SOFT_LIMIT = 150
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'coverage', 'miniprogram_npm', 'models'])
const FORBIDDEN = /^(utils?|helpers?|common|shared|lib|core|misc|managers?|services?)$/
const FORBIDDEN_ENDING = /-(utils?|helpers?|misc|managers?)$/

export interface TreeFindings {
  errors: string[]
  warnings: string[]
}

/** What STYLE.md says of files: small, and named after what they are about. */
export function checkTree(root: string): TreeFindings {
  const paths = filesUnder(root, root)
  const sources = paths.filter((path) => /\.tsx?$/.test(path))
  const lengths = sources.map((path) => ({ path, lines: linesOf(join(root, path)) }))
  const tooLong = lengths.filter(({ lines }) => lines > HARD_LIMIT)
  const long = lengths.filter(({ lines }) => lines > SOFT_LIMIT && lines <= HARD_LIMIT)
  return {
    errors: [
      ...tooLong.map(
        ({ path, lines }) => `${path}: ${lines} lines; split it (at most ${HARD_LIMIT})`,
      ),
      ...misnamed(paths),
    ],
    warnings: long.map(({ path, lines }) => `${path}: ${lines} lines (better under ${SOFT_LIMIT})`),
  }
}

/** Names that say nothing attract everything: move the code to where its noun lives. */
function misnamed(paths: string[]): string[] {
  const found = new Set<string>()
  for (const path of paths) {
    const parts = path.split(sep)
    parts.forEach((part, index) => {
      if (isForbidden(part)) found.add(parts.slice(0, index + 1).join('/'))
    })
  }
  return [...found].map(
    (path) => `${path}: "${basename(path)}" says nothing; name what it is about`,
  )
}

function isForbidden(part: string): boolean {
  const name = part.replace(/\..*$/, '').toLowerCase()
  return FORBIDDEN.test(name) || FORBIDDEN_ENDING.test(name)
}

function filesUnder(folder: string, root: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (SKIPPED.has(entry.name) || path === join(root, 'data')) return []
    if (entry.isDirectory()) return filesUnder(path, root)
    return entry.isFile() ? [relative(root, path)] : []
  })
}

function linesOf(file: string): number {
  const text = readFileSync(file, 'utf8')
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
