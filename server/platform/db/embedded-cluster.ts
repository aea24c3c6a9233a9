import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Account, giveFolder } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'
import { EmbeddedError } from './embedded-error.ts'

export const DATABASE_USER = 'huiyin'
const MB = 1024 * 1024

/** `none` is for tests: a crash of the machine would lose data, a killed process does not. */
export type Durability = 'full' | 'none'

export interface ClusterPlace {
  dataDir: string
  cluster: string
  account: Account | undefined
}

/** Creates the cluster on the first start: UTF-8, sorted and compared by code point. */
export function createClusterOnce(
  place: ClusterPlace,
  binaries: Binaries,
  durability: Durability,
): void {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return
  const unfinished = `${place.cluster}.new` // so that an interrupted first start leaves no half cluster
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveFolder(unfinished, place.account)
  const secrets = mkdtempSync(join(tmpdir(), 'huiyin-'))
  try {
    const passwordFile = join(secrets, 'password')
    writeFileSync(passwordFile, passwordOf(place.dataDir), { mode: 0o600 })
    giveFolder(secrets, place.account)
    const options = [`--pwfile=${passwordFile}`, ...(durability === 'none' ? ['--no-sync'] : [])]
    initdb(binaries.initdb, unfinished, options, place.account)
  } finally {
    rmSync(secrets, { recursive: true, force: true })
  }
  renameSync(unfinished, place.cluster)
}

function initdb(program: string, folder: string, options: string[], account?: Account): void {
  const { status, error, stderr } = spawnSync(
    program,
    [
      `--pgdata=${pathSeenBy(account, folder)}`,
      `--username=${DATABASE_USER}`,
      ...options,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { cwd: folder, env: serverEnvironment(), encoding: 'utf8', ...account },
  )
  if (status === 0) return
  throw new EmbeddedError(
    'database_does_not_start',
    `The database folder could not be created: ${error?.message ?? stderr.trim()}`,
    { cause: error },
  )
}

/**
 * Root's folders may be closed to the account (a clone under /root). PostgreSQL then runs with its
 * data folder as the working directory and calls it by that, which needs no way through the parents.
 */
export function pathSeenBy(account: Account | undefined, folder: string): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : folder
}

/** Nothing of the caller's environment: PGDATA and friends would change what we start. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

/** The superuser's password: random, made once, kept beside the cluster. */
export function passwordOf(dataDir: string): string {
  const file = join(dataDir, 'postgres.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** Written at every start, so that a new version of Huiyin brings its settings along. */
export function writeSettings({ cluster, account }: ClusterPlace, durability: Durability): void {
  const file = join(cluster, 'postgresql.conf')
  writeFileSync(`${file}.new`, settings(durability), { mode: 0o600 })
  if (account) chownSync(`${file}.new`, account.uid, account.gid)
  renameSync(`${file}.new`, file)
}

function settings(durability: Durability): string {
  const memoryMb = Math.floor(totalmem() / MB)
  const lines: Record<string, string | number> = {
    max_connections: 100,
    shared_buffers: `${Math.min(256, Math.max(32, Math.floor(memoryMb / 8)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memoryMb / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    min_wal_size: '256MB',
    max_wal_size: '2GB',
    wal_compression: 'on',
    random_page_cost: 1.1,
    effective_io_concurrency: 64,
    io_workers: 2,
    jit: 'off',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    datestyle: "'iso, ymd'",
    lc_messages: "'C'",
    // What customers wrote must not reach a log file: no statements, no details of values.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: "'%m [%p] '",
    ...durabilitySettings(durability),
  }
  return `${[
    '# Huiyin writes this file at every start. Put your own settings into own.conf beside it.',
    ...Object.entries(lines).map(([name, value]) => `${name} = ${value}`),
    "include_if_exists = 'own.conf'",
  ].join('\n')}\n`
}

function durabilitySettings(durability: Durability): Record<string, string> {
  const disk = durability === 'full' ? 'on' : 'off'
  return { fsync: disk, full_page_writes: disk, synchronous_commit: 'on' }
}
