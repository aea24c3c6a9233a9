/** The walls of the house, in words that teach. Move the code; do not permit the crossing. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** A domain calls only those to the left of it, directly. Onwards it speaks by events (journey.ts). */
const order = [
  ['platform'],
  ['workspaces'],
  ['customers', 'assistant'],
  ['feedback'],
  ['channels', 'understanding', 'knowledge'],
  ['cases'],
  ['followups'],
  ['improvements'],
  ['insights'],
] as const
const rankOf = new Map(
  order.flatMap((names, rank) => names.map((name) => [name as string, rank] as const)),
)

/** Reads every table and loads through every face: it makes a year of life at once. */
const aboveAll = new Set(['sample'])

interface Import {
  from: string
  to: string
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, target]) => ({
    from: file,
    to: relative(root, resolve(root, dirname(file), target as string)),
  }))
}

const isTest = (file: string) =>
  /\.(test|browser)\.tsx?$/.test(file) ||
  file.startsWith('stories/') ||
  /(^|\/)testing(\.ts|\/)/.test(file)
const domainOf = (file: string) => /^server\/([^/]+)\//.exec(file)?.[1] ?? null
const serverImports = sources('server')
  .filter((file) => !isTest(file))
  .flatMap(importsOf)

function crossings(of: Import[], wrong: (one: Import) => string | null): string[] {
  return of.flatMap((one) => {
    const why = wrong(one)
    return why ? [`${one.from} imports ${one.to}: ${why}`] : []
  })
}

describe('boundaries', () => {
  it('every folder of server/ is a domain with a place in the order, or a known piece of the frame', () => {
    const folders = readdirSync(join(root, 'server'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    const frame = ['commands', 'migrations', 'testing']
    expect(
      folders.filter((name) => !rankOf.has(name) && !frame.includes(name) && !aboveAll.has(name)),
    ).toEqual([])
  })

  it('domains are entered by their face only', () => {
    expect(
      crossings(serverImports, ({ from, to }) => {
        const [here, there] = [domainOf(from), domainOf(to)]
        if (!there || here === there || !rankOf.has(there) || there === 'platform') return null
        if (!here && /\/routes\.ts$/.test(to)) return null
        return to === `server/${there}/index.ts`
          ? null
          : `only server/${there}/index.ts may be imported from outside. Ask its face for what you need.`
      }),
    ).toEqual([])
  })

  it('calls go leftwards only', () => {
    expect(
      crossings(serverImports, ({ from, to }) => {
        const [here, there] = [domainOf(from), domainOf(to)]
        if (!here || !there || here === there || aboveAll.has(here)) return null
        const [mine, theirs] = [rankOf.get(here), rankOf.get(there)]
        if (mine === undefined || theirs === undefined || theirs < mine) return null
        return `${there} lies to the right of ${here}. Record an event and let ${there} react (journey.ts).`
      }),
    ).toEqual([])
  })

  it('the ground floor knows no business', () => {
    expect(
      crossings(
        serverImports.filter(({ from }) => domainOf(from) === 'platform'),
        ({ to }) =>
          to.startsWith('server/') && domainOf(to) !== 'platform'
            ? 'platform/ must not know any domain.'
            : null,
      ),
    ).toEqual([])
  })

  it('the contract depends on zod and itself only; reading/ on itself only', () => {
    for (const place of ['contract', 'reading'] as const) {
      const files = sources(place).filter((file) => !isTest(file))
      expect(
        crossings(files.flatMap(importsOf), ({ to }) =>
          to.startsWith(`${place}/`) ? null : `${place}/ stands alone.`,
        ),
      ).toEqual([])
    }
    const bare = sources('contract')
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^.'][^']*)'/g)].map(
          ([, name]) => `${file}: ${name}`,
        ),
      )
    expect(bare.filter((line) => !line.endsWith(': zod'))).toEqual([])
  })

  it('the faces know the contract, not the server', () => {
    const faces = ['console', 'portal'].flatMap(sources)
    expect(
      crossings(faces.flatMap(importsOf), ({ to }) =>
        to.startsWith('server/') || (to.startsWith('reading/') && to !== 'reading/labels.ts')
          ? 'a face knows contract/ and the label names in reading/labels.ts, nothing more.'
          : null,
      ),
    ).toEqual([])
  })

  it('routers bind and do nothing else', () => {
    const routers = sources('server').filter((file) => file.endsWith('/routes.ts'))
    expect(
      routers.filter((file) =>
        /\b(if|for|while|switch|selectFrom|insertInto)\b\s*[('`]/.test(
          readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
        ),
      ),
    ).toEqual([])
  })

  it('only platform, set-up, commands and scheduled sweeps span workspaces', () => {
    const spanning = sources('server').filter(
      (file) => !isTest(file) && /\bplatform\.db\b/.test(readFileSync(join(root, file), 'utf8')),
    )
    const permitted = /^server\/(platform\/|commands\/|workspaces\/|sample\/|set-up\.ts)/
    const scheduled = importsOf('server/schedule.ts').map(({ to }) => domainOf(to))
    const sweep = (file: string) =>
      scheduled.includes(domainOf(file)) &&
      /\/(mark|send|offer|refit|remove|erase|expire)-[a-z-]+\.ts$/.test(file)
    expect(spanning.filter((file) => !permitted.test(file) && !sweep(file))).toEqual([])
  })

  it('one door each: pg-boss, better-auth, nodemailer, sharp, openai, jsonrepair stay behind one folder', () => {
    const doors: Record<string, RegExp> = {
      'pg-boss': /^server\/platform\/jobs\//,
      'better-auth': /^server\/workspaces\/|^console\//,
      nodemailer: /^server\/platform\/mail\//,
      sharp: /^server\/platform\/files\//,
      openai: /^server\/platform\/ai\//,
      jsonrepair: /^server\/platform\/ai\//,
    }
    const wrong = ['server', 'console', 'portal']
      .flatMap(sources)
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        Object.entries(doors).flatMap(([name, door]) =>
          new RegExp(`from '${name}(/[^']*)?'`).test(readFileSync(join(root, file), 'utf8')) &&
          !door.test(file)
            ? [`${file} imports ${name}`]
            : [],
        ),
      )
    expect(wrong).toEqual([])
  })
})
