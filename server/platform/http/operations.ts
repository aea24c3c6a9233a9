/** Health, the live line, and the reactions that failed for good. */
import * as operations from '../../../contract/operations.ts'
import type { Ctx } from '../ctx.ts'
import { NotFound, TooMany } from '../errors.ts'
import type { Platform } from '../platform.ts'
import { type Binding, bind, bindOpen, type Http } from './bind.ts'

/** Keeps proxies from closing a quiet line. */
const heartbeatMs = 20_000
/** So soon the line of someone who was let out or signed out ends; elsewhere than here, with the gate's memory. */
const askAgainMs = 3000
/** Consoles that one member has open at once; each costs a connection for as long as it is open. */
const mostLines = 30
/** Unread by a console that stands still, before it is let go; it fetches anew when it wakes. */
const mostUnread = 256 * 1024

export function operationsRoutes(platform: Platform): Binding[] {
  const lines = new Map<string, number>()
  return [
    bindOpen(operations.health, async () => ({ ok: true as const })),
    bindOpen(operations.ready, async () => {
      await platform.pool.query('select 1')
      return { ok: true as const }
    }),
    bind(operations.live, async (ctx, _input, http) => streamChanges(platform, lines, ctx, http)),
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
  lines: Map<string, number>,
  ctx: Ctx,
  { request, reply, mayStay }: Http,
): Promise<void> {
  const who = ctx.actor.id ?? ''
  const open = lines.get(who) ?? 0
  if (open >= mostLines) throw new TooMany('too_many', heartbeatMs / 1000)
  lines.set(who, open + 1)
  reply.hijack()
  const headers = reply.getHeaders() as Record<string, string>
  reply.raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reply.raw.write('event: hello\ndata: {}\n\n')
  const say = (words: string) => {
    if (reply.raw.writableLength > mostUnread) reply.raw.destroy()
    else reply.raw.write(words)
  }
  const stop = platform.live.listen(ctx.workspaceId, (change) =>
    say(`event: change\ndata: ${JSON.stringify(change)}\n\n`),
  )
  const heartbeat = setInterval(() => say(': \n\n'), heartbeatMs)
  let left = false
  const leave = () => {
    if (left) return
    left = true
    clearInterval(heartbeat)
    clearTimeout(asking)
    stop()
    forget()
    const others = (lines.get(who) ?? 1) - 1
    if (others > 0) lines.set(who, others)
    else lines.delete(who)
    reply.raw.end()
  }
  const askAgain = async () => {
    // Without an answer too: the database is away, and what changes meanwhile would not be heard.
    if (!(await mayStay().catch(() => false))) leave()
    else if (!left) asking = setTimeout(askAgain, askAgainMs)
  }
  let asking = setTimeout(askAgain, askAgainMs)
  const forget = platform.onEnd(leave)
  request.raw.on('close', leave)
}
