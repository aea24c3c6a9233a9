/** For the operator: is it alive, what waits, what failed; and the live line to the console. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Moment, Nothing } from './values.ts'

export const health = endpoint({
  id: 'operations.health',
  method: 'GET',
  path: '/healthz',
  audience: 'public',
  summary: 'The process is alive',
  reply: z.object({ ok: z.literal(true) }),
})

export const ready = endpoint({
  id: 'operations.ready',
  method: 'GET',
  path: '/readyz',
  audience: 'public',
  summary: 'The process can serve: its database answers',
  reply: z.object({ ok: z.literal(true) }),
  errors: ['unavailable'],
})

/**
 * Server-sent events: `change` with `{ types, caseIds }` after something happened in the workspace,
 * `hello` at the start. A client that lost the line fetches again and goes on.
 */
export const live = endpoint({
  id: 'operations.live',
  method: 'GET',
  path: '/api/v1/live',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'What happens in the workspace, as it happens',
  carries: 'stream',
  reply: z.unknown(),
})
export const LiveChange = z.object({ types: z.array(z.string()), caseIds: z.array(Id) })
export type LiveChange = z.infer<typeof LiveChange>

export const DeadJob = z.object({
  id: Id,
  reaction: z.string(),
  /** What went wrong last, without personal data. */
  error: z.string(),
  events: z.number().int(),
  failedAt: Moment,
})
export type DeadJob = z.infer<typeof DeadJob>

export const listDeadJobs = endpoint({
  id: 'operations.listDeadJobs',
  method: 'GET',
  path: '/api/v1/jobs/dead',
  audience: 'member',
  permission: 'jobs.manage',
  summary: 'Reactions that failed for good and wait for someone',
  reply: z.object({ items: z.array(DeadJob) }),
})

export const replayDeadJob = endpoint({
  id: 'operations.replayDeadJob',
  method: 'POST',
  path: '/api/v1/jobs/dead/:jobId/replay',
  audience: 'member',
  permission: 'jobs.manage',
  summary: 'Try a failed reaction again',
  params: z.object({ jobId: Id }),
  body: z.strictObject({}),
  reply: Nothing,
})
