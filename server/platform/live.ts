/** Hears what changed anywhere in the installation and passes it to whoever listens in this process. */
import pg from 'pg'
import type { LiveChange } from '../../contract/operations.ts'
import { liveChannel, outboxChannel } from './events/relay.ts'
import type { Log } from './log.ts'

export type Listener = (change: LiveChange) => void

export interface Live {
  start(): Promise<void>
  stop(): Promise<void>
  /** Returns how to stop listening. */
  listen(workspaceId: string, listener: Listener): () => void
}

const reconnectMs = 1000

export interface LiveOptions {
  connectionString: string
  log: Log
  /** Does this process run reactions? The line's name says so to others. */
  works: boolean
  onOutbox(): void
  /** The line was lost for a while: nobody knows what was missed. */
  onGap(): void
}

const lineNames = { works: 'huiyin worker', serves: 'huiyin api' } as const

/** What of a running service is on this database: every process has a line. */
export async function processesOn(database: Pick<pg.Client, 'query'>) {
  const { rows } = await database.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
      where application_name = any($1) and datname = current_database()`,
    [Object.values(lineNames)],
  )
  return { all: rows.length, workers: rows.filter(({ name }) => name === lineNames.works).length }
}

export function openLive(options: LiveOptions): Live {
  const { connectionString, log, works, onOutbox, onGap } = options
  const listeners = new Map<string, Set<Listener>>()
  let client: pg.Client | null = null
  let stopped = false

  function deliver(payload: string | undefined): void {
    const { workspaceId, ...change } = JSON.parse(payload ?? '{}') as LiveChange & {
      workspaceId: string
    }
    for (const listener of listeners.get(workspaceId) ?? []) listener(change)
  }

  async function connect(): Promise<void> {
    if (stopped) return
    const fresh = new pg.Client({
      connectionString,
      application_name: works ? lineNames.works : lineNames.serves,
      keepAlive: true,
    })
    fresh.on('notification', ({ channel, payload }) =>
      channel === liveChannel ? deliver(payload) : onOutbox(),
    )
    fresh.on('error', (error) => log.warn({ err: error }, 'live line lost'))
    try {
      await fresh.connect()
      await fresh.query(`listen ${liveChannel}; listen ${outboxChannel}`)
      if (client) onGap()
      client = fresh
      fresh.once('end', connectLater)
    } catch (error) {
      log.warn({ err: error }, 'live line not connected')
      await fresh.end().catch(() => {})
      connectLater()
    }
  }

  function connectLater(): void {
    if (!stopped) setTimeout(() => void connect(), reconnectMs).unref()
  }

  return {
    start: connect,
    async stop() {
      stopped = true
      await client?.end().catch(() => {})
    },
    listen(workspaceId, listener) {
      const here = listeners.get(workspaceId) ?? new Set()
      listeners.set(workspaceId, here.add(listener))
      return () => {
        here.delete(listener)
        if (here.size === 0) listeners.delete(workspaceId)
      }
    },
  }
}
