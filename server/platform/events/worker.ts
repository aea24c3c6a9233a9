/** Runs reactions: loads the events of a job and hands them over. */
import type { EventType } from '../../../contract/events.ts'
import type { Ctx } from '../ctx.ts'
import type { ReactionJob } from '../jobs/queue.ts'
import type { Journey, Reaction, Recorded } from './reactions.ts'

export type RunJob = (job: ReactionJob) => Promise<void>

/**
 * A batch that fails is tried event by event, so that one bad event does not hold up its neighbours;
 * the job fails, and is retried, when any single one failed.
 */
export function reactionRunner(journey: Journey, ctxOf: (workspaceId: string) => Ctx): RunJob {
  const reactions = new Map<string, Reaction>()
  for (const line of Object.values(journey))
    for (const reaction of line) reactions.set(reaction.name, reaction as Reaction)

  return async (job) => {
    const reaction = reactions.get(job.reaction)
    if (!reaction) throw new Error(`no reaction is called ${job.reaction}`)
    const ctx = ctxOf(job.workspaceId)
    const events = await loadEvents(ctx, job.eventIds)
    if (events.length === 0) return
    try {
      await reaction.run(ctx, events)
    } catch (error) {
      if (events.length === 1) throw error
      ctx.log.warn(
        { err: error, reaction: reaction.name, events: events.length },
        'batch failed, going one by one',
      )
      await oneByOne(reaction, ctx, events)
    }
  }
}

async function oneByOne(reaction: Reaction, ctx: Ctx, events: Recorded[]): Promise<void> {
  const failures: unknown[] = []
  for (const event of events)
    await reaction.run(ctx, [event]).catch((error: unknown) => failures.push(error))
  if (failures.length > 0)
    throw new Error(
      `${failures.length} of ${events.length} events failed: ${String(failures[0])}`,
      { cause: failures[0] },
    )
}

async function loadEvents(ctx: Ctx, ids: string[]): Promise<Recorded[]> {
  const rows = await ctx.db
    .selectFrom('events')
    .select(['id', 'type', 'case_id', 'data', 'actor', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    type: row.type as EventType,
    caseId: row.case_id,
    data: row.data as never,
    actor: row.actor,
    at: row.at,
  }))
}
