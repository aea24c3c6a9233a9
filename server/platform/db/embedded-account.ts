import { execFileSync } from 'node:child_process'
import { lchownSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'

/** The unprivileged account PostgreSQL runs as when the service itself runs as root. */
export interface Account {
  uid: number
  gid: number
}

const ACCOUNT_NAME = 'huiyin-db'

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it directly (undefined); root runs it
 * as whoever owns the cluster, or as a system account made for it.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const account = systemAccount()
  if (owner) giveFolder(cluster, account) // a backup that root put back
  return account
}

export function giveFolder(folder: string, account: Account | undefined): void {
  if (!account) return
  lchownSync(folder, account.uid, account.gid)
  for (const entry of readdirSync(folder, { recursive: true })) {
    lchownSync(join(folder, String(entry)), account.uid, account.gid)
  }
}

/** True when the account may enter every folder on the way and read the file or folder at its end. */
export function isReachable(path: string, account: Account): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const shift = shiftFor(account, uid, gid)
    const needed = folder === path ? 0o4 : 0o1
    if (((mode >> shift) & needed) !== needed) return false
    if (folder === dirname(folder)) return true
  }
}

function shiftFor(account: Account, uid: number, gid: number): number {
  if (uid === account.uid) return 6
  return gid === account.gid ? 3 : 0
}

function systemAccount(): Account {
  const made = accountNamed(ACCOUNT_NAME) ?? createAccount()
  // A read-only system (some containers) cannot have a new account; these two nearly always exist.
  const account = made ?? accountNamed('postgres') ?? accountNamed('nobody')
  if (account) return account
  throw new EmbeddedError(
    'embedded_database_unavailable',
    `PostgreSQL must not run as root, and the account ${ACCOUNT_NAME} could not be created. ` +
      'Run Huiyin as an ordinary user, or set DATABASE_URL.',
  )
}

function createAccount(): Account | undefined {
  const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  try {
    execFileSync('useradd', [...flags, '--shell', '/usr/sbin/nologin', ACCOUNT_NAME], {
      stdio: 'pipe',
    })
  } catch {
    // Perhaps another start made it in the meantime; the caller has further choices.
  }
  return accountNamed(ACCOUNT_NAME)
}

function accountNamed(name: string): Account | undefined {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) }
  } catch {
    return undefined
  }
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { stdio: 'pipe', encoding: 'utf8' }))
}
