/** One running Huiyin: opens the database, migrates, serves, works, and ends cleanly. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { journey } from './journey.ts'
import type { Config } from './platform/config.ts'
import { startEmbedded } from './platform/db/embedded.ts'
import { migrate } from './platform/db/migrate.ts'
import type { Log } from './platform/log.ts'
import { openPlatform, type Platform } from './platform/platform.ts'
import { schedule } from './schedule.ts'

/** all: everything in one process · api: answers requests · worker: runs reactions and the schedule */
export type ProcessRole = 'all' | 'api' | 'worker'

export interface Running {
  platform: Platform
  /** Null for workers. */
  address: string | null
  stop(): Promise<void>
}

export async function run(config: Config, role: ProcessRole, log: Log): Promise<Running> {
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log })
  try {
    const databaseUrl = config.databaseUrl ?? (embedded as { url: string }).url
    await migrate(databaseUrl, { log })
    const works = role !== 'api'
    const platform = await openPlatform({ config, databaseUrl, log, journey, works })
    await platform.jobs.start()
    await platform.live.start()
    if (works) await work(platform)
    const app = role === 'worker' ? null : await listen(platform)
    return {
      platform,
      address: app && addressOf(app, config),
      async stop() {
        platform.endStreams()
        await app?.close()
        await platform.jobs.stop()
        await platform.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function work(platform: Platform): Promise<void> {
  await platform.jobs.work((job) => platform.runJob(job))
  for (const { name, cron, run } of schedule)
    await platform.jobs.every(name, cron, () => run(platform))
  platform.relay.start()
}

async function listen(platform: Platform): Promise<FastifyInstance> {
  const app = await buildApp(platform)
  await app.listen({ port: platform.config.port, host: platform.config.host })
  return app
}

function addressOf(app: FastifyInstance, config: Config): string {
  const { port } = app.server.address() as AddressInfo
  const host = ['0.0.0.0', '::', '127.0.0.1'].includes(config.host) ? 'localhost' : config.host
  return `http://${host}:${port}`
}
