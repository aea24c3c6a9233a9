/** Opens the ground floor: connections, files, mail, jobs, relay, live line; makes the ctx of actions. */
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { type AiLimits, type LanguageModel, openLanguageModel } from './ai/language-model.ts'
import type { Config } from './config.ts'
import type { Actor, Ctx, Tx } from './ctx.ts'
import { system } from './ctx.ts'
import type { Database } from './db/database.ts'
import { WorkspaceGuard } from './db/guard.ts'
import { openPool } from './db/pool.ts'
import type { Journey } from './events/reactions.ts'
import { type NewEvent, newEvent, writeEvents } from './events/record.ts'
import { openRelay, outboxChannel, type Relay } from './events/relay.ts'
import { type RunJob, reactionRunner } from './events/worker.ts'
import { diskStore, type FileStore } from './files/store.ts'
import { newId, newSecret } from './ids.ts'
import { type Jobs, openJobs } from './jobs/queue.ts'
import { type Live, openLive } from './live.ts'
import type { Log } from './log.ts'
import { type Mailer, smtpMailer } from './mail/mailer.ts'

/** How often a process without workers tells the others that it recorded something. */
const outboxNoticeMs = 50

export interface Platform {
  config: Config
  log: Log
  pool: pg.Pool
  /** Spans workspaces, without the guard: for platform/, set-up and scheduled actions only. */
  db: Kysely<Database>
  files: FileStore
  mail: Mailer | null
  ai: LanguageModel | null
  jobs: Jobs
  relay: Relay
  live: Live
  secret: string
  runJob: RunJob
  now(): Date
  ctx(workspaceId: string, actor?: Actor): Ctx
  /** Registers how to end a long-lived reply; returns how to forget it. */
  onEnd(end: () => void): () => void
  /** Ends every long-lived reply: the server stops, or does not know what it missed. */
  endStreams(): void
  close(): Promise<void>
}

export interface PlatformOptions {
  config: Config
  databaseUrl: string
  log: Log
  journey: Journey
  /** Does this process run reactions (relay and workers)? Others only tell. */
  works: boolean
  now?: () => Date
  mail?: Mailer | null
  aiLimits?: Partial<AiLimits>
  jobs?: Jobs
}

export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, log } = options
  const now = options.now ?? (() => new Date())
  const pool = openPool(options.databaseUrl, config.poolSize, (error) =>
    log.warn({ err: error }, 'database connection lost'),
  )
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const guarded = db.withPlugin(new WorkspaceGuard())
  const secret = await installationSecret(db, now())
  const smtp = options.mail === undefined ? smtpMailer(config) : null
  if (smtp && !config.publicUrl)
    log.warn('PUBLIC_URL is not set: links in mails lead to this machine only')
  const mail = options.mail === undefined ? smtp : options.mail
  const ai = openLanguageModel(config.ai, now, options.aiLimits)
  const files = diskStore(join(config.dataDir, 'files'))
  const jobs = options.jobs ?? openJobs(pool, log)
  const relay = openRelay(pool, options.journey, jobs, log)
  const streams = new Set<() => void>()
  const endStreams = () => {
    for (const end of streams) end()
  }
  const live = openLive({
    connectionString: options.databaseUrl,
    log,
    works: options.works,
    onOutbox: () => options.works && relay.wake(),
    onGap: endStreams,
  })
  const recorded = options.works ? () => relay.wake() : throttledNotice(pool, log)

  const ctx = (workspaceId: string, actor: Actor = system): Ctx => {
    const scene = { workspaceId, actor, now, newId: () => newId(now().getTime()) }
    return {
      ...scene,
      db: guarded,
      files,
      mail,
      ai,
      log,
      config,
      secret,
      announce: recorded,
      async write(work) {
        const events: NewEvent[] = []
        const result = await guarded.transaction().execute(async (trx) => {
          const tx: Tx = {
            ...scene,
            db: trx,
            secret,
            record(type, data) {
              const id = scene.newId()
              events.push(
                newEvent(
                  id,
                  type,
                  data,
                  { kind: actor.kind, id: actor.id, name: actor.name },
                  now(),
                ),
              )
              return id
            },
          }
          const value = await work(tx)
          await writeEvents(trx, workspaceId, events)
          return value
        })
        if (events.length > 0) recorded()
        return result
      },
    }
  }

  return {
    config,
    log,
    pool,
    db,
    files,
    mail,
    ai,
    jobs,
    relay,
    live,
    secret,
    now,
    ctx,
    runJob: reactionRunner(options.journey, (workspaceId) => ctx(workspaceId)),
    onEnd(end) {
      streams.add(end)
      return () => streams.delete(end)
    },
    endStreams,
    async close() {
      await live.stop()
      await relay.stop()
      smtp?.close()
      await db.destroy()
    },
  }
}

/** The secret is made once and kept in the database, so that every process signs alike. */
async function installationSecret(db: Kysely<Database>, now: Date): Promise<string> {
  await db
    .insertInto('installation')
    .values({ id: 1, secret: newSecret(), created_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return (await db.selectFrom('installation').select('secret').executeTakeFirstOrThrow()).secret
}

function throttledNotice(pool: pg.Pool, log: Log): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      pool
        .query('select pg_notify($1, $2)', [outboxChannel, ''])
        .catch((error) => log.warn({ err: error }, 'outbox notice'))
    }, outboxNoticeMs).unref()
  }
}
