import { type Kysely, sql } from 'kysely'
import type { Answered } from '../../contract/feedback.ts'
import type { Database } from '../platform/db/database.ts'
import type { EventActor } from '../platform/tables.ts'
import type { Arrival, NewFeedback } from './new-feedback.ts'

/** A feedback that fits, with its ids and times. */
export interface FreshFeedback {
  id: string
  eventId: string
  arrival: Arrival
  given: NewFeedback
  answers: Answered[]
  actor: EventActor
  receivedAt: Date
  promisedAt: Date
}

export interface KeptFeedback {
  id: string
  number: number
  channel_id: string
  submission_key: string | null
  request_hash: string | null
  received_at: Date
  promised_at: Date
  repeated: boolean
}

/**
 * Keeps feedback in one statement: takes the numbers, writes the rows, states the events. What had
 * been received before under its key is answered with the first one and takes no number. Two
 * processes that receive the same key at one moment end in `feedback_submission`: try again.
 */
export async function insertFeedback(
  db: Kysely<Database>,
  workspaceId: string,
  feedback: readonly FreshFeedback[],
): Promise<KeptFeedback[]> {
  const rows = JSON.stringify(feedback.map(rowOf))
  const result = await sql<KeptFeedback>`
    with incoming as materialized (
      select * from json_to_recordset(${rows}::json) as r(
        position integer, id uuid, event_id uuid, channel_id uuid, channel_kind text, import_id uuid,
        submission_key text, request_hash text, entry text, category_id uuid, text text, fields jsonb,
        context jsonb, author jsonb, said_at timestamptz, received_at timestamptz,
        promised_at timestamptz, history boolean, actor jsonb)
    ), before as (
      select f.id, f.number, f.channel_id, f.submission_key, f.request_hash, f.received_at, f.promised_at
      from incoming i
      -- lateral and limited: one look into the index for each key, whatever the statistics say
      cross join lateral (
        select * from feedback
        where workspace_id = ${workspaceId} and channel_id = i.channel_id
          and submission_key = i.submission_key
        limit 1
      ) f
    ), fresh as (
      select i.*, row_number() over (order by i.position) as turn, count(*) over () as total
      from incoming i
      where i.submission_key is null or not exists (
        select from before b where b.channel_id = i.channel_id and b.submission_key = i.submission_key)
    ), numbered as (
      insert into counters (workspace_id, name, value)
      select ${workspaceId}::uuid, 'feedback', count(*) from fresh having count(*) > 0
      on conflict (workspace_id, name) do update set value = counters.value + excluded.value
      returning value
    ), kept as (
      insert into feedback (workspace_id, id, number, channel_id, channel_kind, import_id,
        submission_key, request_hash, entry, category_id, text, fields, context, author, said_at,
        received_at, promised_at, history)
      select ${workspaceId}::uuid, f.id, n.value - f.total + f.turn, f.channel_id, f.channel_kind,
        f.import_id, f.submission_key, f.request_hash, f.entry, f.category_id, f.text, f.fields,
        f.context, f.author, f.said_at, f.received_at, f.promised_at, f.history
      from fresh f, numbered n
      returning id, number, channel_id, submission_key, request_hash, received_at, promised_at
    ), stated as (
      insert into events (workspace_id, id, type, case_id, data, actor, at)
      select ${workspaceId}::uuid, event_id, 'feedback.received', null,
        jsonb_build_object('feedbackId', id), actor, received_at
      from fresh
    ), waiting as (
      insert into outbox (workspace_id, event_id) select ${workspaceId}::uuid, event_id from fresh
    )
    select *, false as repeated from kept union all select *, true as repeated from before
  `.execute(db)
  return result.rows
}

function rowOf(one: FreshFeedback, position: number) {
  const { arrival, given } = one
  return {
    position,
    id: one.id,
    event_id: one.eventId,
    channel_id: arrival.channelId,
    channel_kind: arrival.channelKind,
    import_id: arrival.importId,
    submission_key: given.submissionKey,
    request_hash: given.requestHash,
    entry: given.entry,
    category_id: given.categoryId,
    text: given.text,
    fields: one.answers,
    context: given.context ?? {},
    author: given.author ?? {},
    said_at: given.saidAt ?? one.receivedAt,
    received_at: one.receivedAt,
    promised_at: one.promisedAt,
    history: given.history ?? false,
    actor: one.actor,
  }
}
