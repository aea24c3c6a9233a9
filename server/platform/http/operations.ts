/** Health, the live line, and the reactions that failed for good. */
import * as operations from '../../../contract/operations.ts'
import type { Ctx } from '../ctx.ts'
import { NotFound } from '../errors.ts'
import type { Platform } from '../platform.ts'
import { type Binding, bind, bindOpen, type Http } from './bind.ts'

/** Keeps proxies from closing a quiet line. */
const heartbeatMs = 20_000

export function operationsRoutes(platform: Platform): Binding[] {
  return [
    bindOpen(operations.health, async () => ({ ok: true as const })),
    bindOpen(operations.ready, async () => {
      await platform.pool.query('select 1')
      return { ok: true as const }
    }),
    bind(operations.live, async (ctx, _input, http) => streamChanges(platform, ctx, http)),
    bind(operations.listDeadJobs, async (ctx) => ({
      items: (await platform.jobs.dead(ctx.workspaceId)).map((job) => ({
        id: job.id,
        reaction: job.data.reaction,
        events: job.data.eventIds.length,
        error: job.error,
        failedAt: job.failedAt.toISOString(),
      })),
    })),
    bind(operations.replayDeadJob, async (ctx, { jobId }) => {
      if (!(await platform.jobs.replay(ctx.workspaceId, jobId))) throw new NotFound()
      return {}
    }),
  ]
}

async function streamChanges(
  platform: Platform,
  ctx: Ctx,
  { request, reply }: Http,
): Promise<void> {
  reply.hijack()
  const headers = reply.getHeaders() as Record<string, string>
  reply.raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reply.raw.write('event: hello\ndata: {}\n\n')
  const stop = platform.live.listen(ctx.workspaceId, (change) => {
    reply.raw.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`)
  })
  const heartbeat = setInterval(() => reply.raw.write(': \n\n'), heartbeatMs)
  const leave = () => {
    clearInterval(heartbeat)
    stop()
    forget()
    reply.raw.end()
  }
  const forget = platform.onEnd(leave)
  request.raw.on('close', leave)
}
