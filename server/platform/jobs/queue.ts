/**
 * Work that waits: pg-boss behind our own few words. Nothing else imports pg-boss. Two queues, so
 * that a long import never delays a quick reaction; a job that fails for good goes to `dead`.
 */
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Log } from '../log.ts'

/** One reaction to some events of one workspace. */
export interface ReactionJob {
  workspaceId: string
  reaction: string
  eventIds: string[]
}

export interface NewJob {
  id: string
  pace: 'quick' | 'long'
  data: ReactionJob
}

export interface DeadRow {
  id: string
  data: ReactionJob
  error: string
  failedAt: Date
}

/** Runs SQL on the pool or, inside a transaction, on its connection. */
export interface Executor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

export interface Jobs {
  start(): Promise<void>
  stop(): Promise<void>
  /** Adds jobs in the given transaction. A job id that is there already is left alone. */
  add(jobs: NewJob[], within: Executor): Promise<void>
  /** Starts working; `run` rejects to have the job tried again later. */
  work(run: (job: ReactionJob, attempt: number) => Promise<void>): Promise<void>
  /** Calls `run` by cron expression, on one process of the installation. */
  every(name: string, cron: string, run: () => Promise<void>): Promise<void>
  /** Tells the workers of this process that there is something to do. */
  wake(): void
  dead(workspaceId: string): Promise<DeadRow[]>
  /** False when there is no such dead job in the workspace. */
  replay(workspaceId: string, jobId: string): Promise<boolean>
  /** Jobs that wait or run, all workspaces. */
  pending(): Promise<number>
}

const retries = 6
const heartbeatS = 10
const queues = { quick: 'reactions', long: 'long-reactions' } as const
const deadQueue = 'dead'
/** A job of so few events goes first: one customer's word never waits behind an import. */
const smallJob = 10
const workers = { quick: 4, long: 2 } as const

export function openJobs(pool: pg.Pool, log: Log): Jobs {
  const boss = new PgBoss({
    db: executor(pool),
    schema: 'jobs',
    // Jobs of a process that died are taken up again soon after their heartbeat stopped.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  const workerIds: string[] = []
  const wake = () => {
    for (const id of workerIds) boss.notifyWorker(id)
  }

  return {
    async start() {
      await boss.start()
      await boss.createQueue(deadQueue, { retentionSeconds: 60 * 60 * 24 * 90 })
      for (const queue of Object.values(queues)) {
        await boss.createQueue(queue, {
          retryLimit: retries,
          retryDelay: 1,
          retryBackoff: true,
          retryDelayMax: 600,
          expireInSeconds: 60 * 60,
          heartbeatSeconds: heartbeatS,
          deadLetter: deadQueue,
          deleteAfterSeconds: 60 * 60,
        })
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
    async add(jobs, within) {
      for (const pace of ['quick', 'long'] as const) {
        const some = jobs.filter((job) => job.pace === pace)
        if (some.length === 0) continue
        await boss.insert(
          queues[pace],
          some.map((job) => ({
            id: job.id,
            data: job.data,
            group: { id: job.data.workspaceId },
            priority: job.data.eventIds.length <= smallJob ? 1 : 0,
          })),
          { db: within as never },
        )
      }
    },
    async work(run) {
      for (const pace of ['quick', 'long'] as const) {
        const id = await boss.work<ReactionJob>(
          queues[pace],
          {
            batchSize: 1,
            pollingIntervalSeconds: 1,
            includeMetadata: true,
            localConcurrency: workers[pace],
            // One busy workspace never holds every worker.
            localGroupConcurrency: workers[pace] - 1,
          },
          async ([job]) => {
            // Where one job was, more may wait: left alone, a worker takes one a second at most.
            if (job) await run(job.data, job.retryCount).finally(wake)
          },
        )
        workerIds.push(id)
      }
    },
    async every(name, cron, run) {
      const queue = `every-${name}`
      await boss.createQueue(queue, {
        retryLimit: 0,
        expireInSeconds: 60 * 60,
        policy: 'short',
        deleteAfterSeconds: 3600,
      })
      await boss.schedule(queue, cron)
      await boss.work(queue, { pollingIntervalSeconds: 20 }, async () => {
        await run().catch((error: unknown) =>
          log.error({ err: error, schedule: name }, 'scheduled action failed'),
        )
      })
    },
    wake,
    async dead(workspaceId) {
      const { rows } = await pool.query(
        `select id, data, coalesce(output, '{}') as output, created_on from jobs.job
          where name = $1 and state = 'created' and data->>'workspaceId' = $2 order by created_on desc limit 200`,
        [deadQueue, workspaceId],
      )
      return rows.map((row) => ({
        id: row.id,
        data: row.data,
        failedAt: row.created_on,
        error: String(row.output?.message ?? row.data?.error ?? ''),
      }))
    },
    async replay(workspaceId, jobId) {
      const found = (await this.dead(workspaceId)).find((row) => row.id === jobId)
      if (!found) return false
      await boss.send(queues.quick, found.data)
      await boss.deleteJob(deadQueue, jobId)
      wake()
      return true
    },
    async pending() {
      const { rows } = await pool.query(
        `select count(*) as n from jobs.job where name = any($1) and state in ('created', 'retry', 'active')`,
        [Object.values(queues)],
      )
      return Number(rows[0].n)
    },
  }
}

/** Lets pg-boss use our pool, so that one process has one budget of connections. */
export function executor(client: {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}): Executor {
  return { executeSql: (text, values) => client.query(text, values) }
}
