import type { EventData, EventType } from '../../../contract/events.ts'
import type { Ctx } from '../ctx.ts'
import type { Recorded } from './reactions.ts'

/** More than this of one case is not shown; the newest are. */
const mostOfCase = 500

/** What was stated about a case, oldest first. */
export async function eventsOfCase(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  caseId: string,
): Promise<Recorded[]> {
  const rows = await ctx.db
    .selectFrom('events')
    .select(['id', 'type', 'case_id', 'data', 'actor', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(mostOfCase)
    .execute()
  return rows.reverse().map((row) => ({
    id: row.id,
    type: row.type,
    caseId: row.case_id,
    data: row.data as EventData<EventType>,
    actor: row.actor,
    at: row.at,
  }))
}

/** Narrows an event to one type, with its data. */
export function isOf<T extends EventType>(event: Recorded, type: T): event is Recorded<T> {
  return event.type === type
}
