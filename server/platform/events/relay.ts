/**
 * Turns recorded events into jobs, exactly once per event and reaction: the outbox rows leave and the
 * jobs arrive in one transaction. Then it tells every process what changed, for the live line.
 */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { EventType } from '../../../contract/events.ts'
import { executor, type Jobs, type NewJob } from '../jobs/queue.ts'
import type { Log } from '../log.ts'
import type { Journey } from './reactions.ts'

const most = 2000
const pollMs = 1000
const defaultBatch = 100
/** NOTIFY carries at most 8,000 bytes. */
const caseIdsPerNotice = 150

export const liveChannel = 'huiyin_live'
export const outboxChannel = 'huiyin_outbox'

interface Taken {
  workspace_id: string
  id: string
  type: EventType
  case_id: string | null
}

export interface Relay {
  start(): void
  stop(): Promise<void>
  /** Something was recorded. */
  wake(): void
  /** Relays what there is; returns how many events. For tests and commands. */
  drain(): Promise<number>
}

export function openRelay(pool: pg.Pool, journey: Journey, jobs: Jobs, log: Log): Relay {
  let running: Promise<void> | null = null
  let again = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function once(): Promise<number> {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query<Taken>(takeEvents, [most])
      if (rows.length > 0) {
        await jobs.add(jobsFor(rows, journey), executor(client))
        for (const notice of notices(rows))
          await client.query('select pg_notify($1, $2)', [liveChannel, notice])
      }
      await client.query('commit')
      return rows.length
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  }

  async function drain(): Promise<number> {
    let total = 0
    for (;;) {
      const taken = await once()
      total += taken
      if (taken > 0) jobs.wake()
      if (taken < most) return total
    }
  }

  function wake(): void {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = drain()
      .then(
        () => {},
        (error: unknown) => log.error({ err: error }, 'relay'),
      )
      .finally(() => {
        running = null
        if (again) {
          again = false
          wake()
        }
      })
  }

  return {
    start() {
      timer = setInterval(wake, pollMs)
      wake()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
    wake,
    drain,
  }
}

const takeEvents = `
  with taken as (
    delete from outbox o
    using (select workspace_id, event_id from outbox order by event_id limit $1 for update skip locked) next
    where o.workspace_id = next.workspace_id and o.event_id = next.event_id
    returning o.workspace_id, o.event_id
  )
  select e.workspace_id, e.id, e.type, e.case_id
  from taken join events e on e.workspace_id = taken.workspace_id and e.id = taken.event_id
  order by e.id`

/** One job per reaction and workspace, holding up to `batch` events. */
export function jobsFor(
  events: Pick<Taken, 'workspace_id' | 'id' | 'type'>[],
  journey: Journey,
): NewJob[] {
  const jobs: NewJob[] = []
  const open = new Map<string, NewJob>()
  for (const event of events) {
    for (const reaction of journey[event.type]) {
      const key = `${event.workspace_id} ${reaction.name}`
      const current = open.get(key)
      if (current && current.data.eventIds.length < (reaction.batch ?? defaultBatch)) {
        current.data.eventIds.push(event.id)
        continue
      }
      const job: NewJob = {
        id: jobId(event.id, reaction.name),
        pace: reaction.pace ?? 'quick',
        data: { workspaceId: event.workspace_id, reaction: reaction.name, eventIds: [event.id] },
      }
      open.set(key, job)
      jobs.push(job)
    }
  }
  return jobs
}

/** The same for the same event and reaction, so that a job can never be there twice. */
export function jobId(eventId: string, reaction: string): string {
  const hex = createHash('sha256').update(`${eventId} ${reaction}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function notices(events: Taken[]): string[] {
  const byWorkspace = new Map<string, { types: Set<string>; caseIds: Set<string> }>()
  for (const event of events) {
    const seen = byWorkspace.get(event.workspace_id) ?? { types: new Set(), caseIds: new Set() }
    seen.types.add(event.type)
    if (event.case_id && seen.caseIds.size < caseIdsPerNotice) seen.caseIds.add(event.case_id)
    byWorkspace.set(event.workspace_id, seen)
  }
  return [...byWorkspace].map(([workspaceId, seen]) =>
    JSON.stringify({ workspaceId, types: [...seen.types], caseIds: [...seen.caseIds] }),
  )
}
