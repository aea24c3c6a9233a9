/** Writes events and their outbox rows in the transaction of the change they state. */
import { sql, type Transaction } from 'kysely'
import type { EventData, EventType } from '../../../contract/events.ts'
import type { Database } from '../db/database.ts'
import type { EventActor } from '../tables.ts'

export interface NewEvent {
  id: string
  type: EventType
  caseId: string | null
  data: unknown
  actor: EventActor
  at: Date
}

export function newEvent<T extends EventType>(
  id: string,
  type: T,
  data: EventData<T>,
  actor: EventActor,
  at: Date,
): NewEvent {
  const caseId = 'caseId' in data && typeof data.caseId === 'string' ? data.caseId : null
  return { id, type, caseId, data, actor, at }
}

/** One statement however many events. */
export async function writeEvents(
  db: Transaction<Database>,
  workspaceId: string,
  events: NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  const rows = JSON.stringify(
    events.map((event) => ({
      id: event.id,
      type: event.type,
      case_id: event.caseId,
      data: event.data,
      actor: event.actor,
      at: event.at,
    })),
  )
  await sql`
    with stated as (
      insert into events (workspace_id, id, type, case_id, data, actor, at)
      select ${workspaceId}::uuid, id, type, case_id, data, actor, at
      from jsonb_to_recordset(${rows}::jsonb) as e(id uuid, type text, case_id uuid, data jsonb, actor jsonb, at timestamptz)
      returning workspace_id, id
    )
    insert into outbox (workspace_id, event_id) select workspace_id, id from stated
  `.execute(db)
}
