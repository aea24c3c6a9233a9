import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { EmbeddedError } from './embedded-error.ts'

/**
 * One process at a time may own a data folder.
 *
 * The lock is a kernel lock on `service.lock`, taken through SQLite because Node has no lock call
 * of its own. The kernel drops it when the process ends, however it ends, so there are no stale
 * locks; it also holds between containers that share the folder, where process ids mean nothing.
 * Never open `service.lock` elsewhere in this process: closing it would drop the lock.
 */
export function lockDataFolder(dataDir: string): { release(): void } {
  const pidFile = join(dataDir, 'service.pid')
  let lock: DatabaseSync
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    lock = new DatabaseSync(join(dataDir, 'service.lock'))
  } catch (cause) {
    throw new EmbeddedError(
      'data_folder_not_ours',
      `The data folder ${dataDir} cannot be used by this user (${(cause as Error).message}).`,
      { cause },
    )
  }
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    if (!isBusy(cause)) throw notOurs(dataDir, cause)
    const pid = pidIn(pidFile)
    throw new EmbeddedError(
      'data_folder_in_use',
      `The data folder ${dataDir} is in use by another Huiyin${pid ? ` (process ${pid})` : ''}. ` +
        'Stop it first, or choose another data folder.',
      { cause, ...(pid ? { pid } : {}) },
    )
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  return {
    release() {
      rmSync(pidFile, { force: true })
      lock.close()
    },
  }
}

function notOurs(dataDir: string, cause: unknown): EmbeddedError {
  return new EmbeddedError(
    'data_folder_not_ours',
    `The data folder ${dataDir} cannot be locked (${(cause as Error).message}).`,
    { cause },
  )
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5
  return (error as { errcode?: number }).errcode === SQLITE_BUSY
}

function pidIn(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

/** How other processes of this machine reach the running database. Holds the password: 0600. */
export interface Connection {
  url: string
  /** The PostgreSQL server's process. */
  pid: number
  /** The service that started it. */
  servicePid: number
}

export function writeConnection(dataDir: string, connection: Connection): void {
  const file = connectionFile(dataDir)
  writeFileSync(`${file}.new`, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

export function readConnection(dataDir: string): Connection | undefined {
  try {
    return JSON.parse(readFileSync(connectionFile(dataDir), 'utf8')) as Connection
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw notOurs(dataDir, cause)
  }
}

export function removeConnection(dataDir: string): void {
  rmSync(connectionFile(dataDir), { force: true })
}

function connectionFile(dataDir: string): string {
  return join(dataDir, 'postgres.json')
}
