import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { lockDataFolder, readConnection, removeConnection, writeConnection } from './data-folder.ts'
import { accountFor } from './embedded-account.ts'
import { urlOf } from './embedded-address.ts'
import { findBinaries } from './embedded-binaries.ts'
import {
  createClusterOnce,
  type Durability,
  passwordOf,
  writeSettings,
} from './embedded-cluster.ts'
import { EmbeddedError } from './embedded-error.ts'
import { endLeftovers } from './embedded-processes.ts'
import { startServer } from './embedded-server.ts'

export { EmbeddedError } from './embedded-error.ts'

const DATABASE = 'huiyin'
const PORT_ATTEMPTS = 3
const OTHER_STOPS_MS = 60_000

export interface EmbeddedOptions {
  /** Belongs to Huiyin alone; the cluster is its subfolder `postgres`. Made when missing. */
  dataDir: string
  log?: EmbeddedLog
  durability?: Durability
}

/** As much of the log as this needs; a pino logger fits. */
export interface EmbeddedLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface EmbeddedDatabase {
  url: string
  /** The PostgreSQL server's process. */
  pid: number
  /** Resolves with a reason if the database ends although nobody stopped it. */
  lost: Promise<string>
  /** It is about to end: from now on nobody borrows it, and who wants the folder waits for it. */
  retire(): void
  /** Ends it cleanly and gives the data folder back. May be called more than once. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a data folder, and recovers what a crash left behind.
 * Throws EmbeddedError, with data_folder_in_use when a living process has the folder and is not
 * about to give it back.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir)
  const lock = await takeDataFolder(dataDir)
  try {
    removeConnection(dataDir)
    const { server, password } = await startCluster(realpathSync(dataDir), options)
    const url = urlOf(server.address, password, DATABASE)
    try {
      await createDatabaseOnce(urlOf(server.address, password, 'postgres'))
      writeConnection(dataDir, { url, pid: server.pid, servicePid: process.pid })
    } catch (error) {
      await server.stop()
      throw error
    }
    let stopped: Promise<void> | undefined
    const retire = () => removeConnection(dataDir)
    const stop = async () => {
      retire()
      await server.stop()
      lock.release()
    }
    return {
      url,
      pid: server.pid,
      lost: untilLost(server.ended, dataDir),
      retire,
      stop: () => (stopped ??= stop()),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A service on its way up or down shows no connection: a moment later it does, or is gone. */
async function takeDataFolder(dataDir: string): Promise<{ release(): void }> {
  const until = performance.now() + OTHER_STOPS_MS
  for (;;) {
    try {
      return lockDataFolder(dataDir)
    } catch (error) {
      if (!isInUse(error) || readConnection(dataDir) || performance.now() > until) throw error
    }
    await sleep(100)
  }
}

async function startCluster(dataDir: string, options: EmbeddedOptions) {
  const cluster = join(dataDir, 'postgres')
  const account = accountFor(cluster)
  const place = { dataDir, cluster, account }
  const clusterName = `huiyin-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
  const leftOver = await endLeftovers(cluster, clusterName, account)
  if (leftOver) options.log?.warn({ leftOver }, 'ended the database of a killed service')
  const binaries = findBinaries(account)
  const durability = options.durability ?? 'full'
  createClusterOnce(place, binaries, durability)
  writeSettings(place, durability)
  const logFile = join(dataDir, 'postgres.log')
  const program = binaries.postgres
  for (let attempt = 1; ; attempt++) {
    try {
      const server = await startServer({ program, cluster, clusterName, account, logFile })
      options.log?.info({ pid: server.pid }, 'embedded PostgreSQL started')
      return { server, password: passwordOf(dataDir) }
    } catch (error) {
      // A port may have been taken, or the memory of a killed server not yet be free.
      if (attempt === PORT_ATTEMPTS) throw error
      await sleep(250 * attempt)
    }
  }
}

async function createDatabaseOnce(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

async function untilLost(ended: Promise<boolean>, dataDir: string): Promise<string> {
  if (await ended) return new Promise(() => {}) // stopped on purpose: never lost
  removeConnection(dataDir)
  return `the embedded PostgreSQL ended by itself; see ${join(dataDir, 'postgres.log')}`
}

/**
 * For commands: uses the database of a service that runs on this data folder, or starts it for as
 * long as the command takes. `stop()` ends only what this call started.
 */
export async function connectOrStart(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await startEmbedded(options)
  } catch (error) {
    const running = isInUse(error) ? readConnection(resolve(options.dataDir)) : undefined
    if (!running) throw error
    return borrowed(running)
  }
}

function borrowed({ url, pid }: { url: string; pid: number }): EmbeddedDatabase {
  return { url, pid, lost: new Promise(() => {}), retire() {}, stop: async () => {} }
}

function isInUse(error: unknown): boolean {
  return error instanceof EmbeddedError && error.code === 'data_folder_in_use'
}
