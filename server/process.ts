/** One running Huiyin: opens the database, migrates, serves, works, and ends cleanly. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { journey } from './journey.ts'
import type { Config } from './platform/config.ts'
import { type EmbeddedDatabase, startEmbedded } from './platform/db/embedded.ts'
import { migrate } from './platform/db/migrate.ts'
import type { Log } from './platform/log.ts'
import { openPlatform, type Platform } from './platform/platform.ts'
import { schedule } from './schedule.ts'

/** all: everything in one process · api: answers requests · worker: runs reactions and the schedule */
export type ProcessRole = 'all' | 'api' | 'worker'

/** Requests under way have so long when the process ends; a slow upload would hold it for minutes. */
const lastRequestsMs = 5000

export interface Running {
  platform: Platform
  /** Null for workers. */
  address: string | null
  /** Resolves with what happened when the embedded database ended although nobody stopped it. */
  lost: Promise<string>
  stop(): Promise<void>
}

export async function run(config: Config, role: ProcessRole, log: Log): Promise<Running> {
  /** How to undo what was started, the newest first. */
  const undo: (() => Promise<void>)[] = []
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    const database = config.databaseUrl
      ? null
      : await startEmbedded({ dataDir: config.dataDir, log })
    if (database) undo.push(() => database.stop())
    const databaseUrl = config.databaseUrl ?? (database as EmbeddedDatabase).url
    await migrate(databaseUrl, { log })
    const works = role !== 'api'
    const platform = await openPlatform({ config, databaseUrl, log, journey, works })
    undo.push(() => platform.close())
    await platform.jobs.start()
    undo.push(() => platform.jobs.stop())
    await platform.live.start()
    if (works) await work(platform)
    const app = role === 'worker' ? null : await listen(platform, undo)
    if (database) undo.push(async () => database.retire())
    return {
      platform,
      address: app && addressOf(app, config),
      lost: database?.lost ?? never(),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function work(platform: Platform): Promise<void> {
  await platform.jobs.work((job) => platform.runJob(job))
  for (const { name, cron, run } of schedule)
    await platform.jobs.every(name, cron, () => run(platform))
  platform.relay.start()
}

async function listen(platform: Platform, undo: (() => Promise<void>)[]): Promise<FastifyInstance> {
  const app = await buildApp(platform)
  undo.push(async () => {
    platform.endStreams()
    const patience = setTimeout(() => app.server.closeAllConnections(), lastRequestsMs)
    await app.close()
    clearTimeout(patience)
  })
  await app.listen({ port: platform.config.port, host: platform.config.host })
  return app
}

function addressOf(app: FastifyInstance, config: Config): string {
  const { port } = app.server.address() as AddressInfo
  const host = ['0.0.0.0', '::', '127.0.0.1'].includes(config.host) ? 'localhost' : config.host
  return `http://${host}:${port}`
}

function never(): Promise<never> {
  return new Promise(() => {})
}
