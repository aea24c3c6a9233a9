import { sql } from 'kysely'
import { mayUse } from '../assistant/index.ts'
import { type FeedbackFacts, loadFeedback } from '../feedback/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { ownModelOf } from './own-model.ts'
import { readTexts } from './reading-thread.ts'
import { type Labels, labelsOf } from './readings-of.ts'
import { isDoubtful } from './second-opinions.ts'
import type { KeptReading } from './tables.ts'

/** Feedback that arrived is read: what kind it is, how it feels, how it presses. Once. */
export const readFeedback = reaction<'feedback.received'>({
  name: 'understanding.read',
  batch: 250,
  async run(ctx, events) {
    const ids = [...new Set(events.map(({ data }) => data.feedbackId))]
    const known = await labelsOf(ctx, ids)
    await readNow(
      ctx,
      await loadFeedback(
        ctx,
        ids.filter((id) => !known.has(id)),
      ),
    )
  },
})

type Words = Pick<FeedbackFacts, 'id' | 'words'>

/** What this process is reading just now, so that nobody reads it beside. */
const underWay = new Map<string, Promise<Map<string, Labels>>>()

/** Reads what has not been read, and answers with the labels of all. */
export async function readNow(ctx: Ctx, feedback: readonly Words[]): Promise<Map<string, Labels>> {
  const waiting = new Set(feedback.flatMap(({ id }) => underWay.get(id) ?? []))
  const free = feedback.filter(({ id }) => !underWay.has(id))
  const reading = readUnread(ctx, free)
  for (const { id } of free) underWay.set(id, reading)
  try {
    const all = await Promise.all([reading, ...waiting])
    const labels = new Map(all.flatMap((some) => [...some]))
    return new Map(
      feedback.flatMap(({ id }) => {
        const known = labels.get(id)
        return known ? [[id, known] as const] : []
      }),
    )
  } finally {
    for (const { id } of free) underWay.delete(id)
  }
}

async function readUnread(ctx: Ctx, feedback: readonly Words[]): Promise<Map<string, Labels>> {
  const labels = await labelsOf(
    ctx,
    feedback.map(({ id }) => id),
  )
  const unread = feedback.filter(({ id }) => !labels.has(id))
  if (unread.length === 0) return labels
  const readings = await readTexts(
    unread.map(({ words }) => words),
    await ownModelOf(ctx),
  )
  const read = unread.map(({ id }, index) => ({ id, reading: readings[index] as KeptReading }))
  const asksAgain = await mayUse(ctx, 'opinions')
  const doubted = new Set(
    read.flatMap(({ id, reading }) => (asksAgain && isDoubtful(reading) ? [id] : [])),
  )
  await ctx.write(async (tx) => {
    const kept = new Set(await keep(tx, read))
    for (const feedbackId of kept) {
      tx.record('feedback.read', { feedbackId })
      if (doubted.has(feedbackId)) tx.record('feedback.doubted', { feedbackId })
    }
    await countReadings(
      tx,
      read.filter(({ id }) => kept.has(id)),
    )
  })
  for (const one of read) labels.set(one.id, labelsIn(one))
  return labels
}

function labelsIn({ id, reading }: { id: string; reading: KeptReading }): Labels {
  return {
    feedback_id: id,
    kind: reading.kind.label,
    sentiment: reading.sentiment.label,
    urgency: reading.urgency.label,
    risks: reading.risks.map(({ label }) => label),
  }
}

/** Returns the feedback that nobody else had read meanwhile. */
async function keep(tx: Tx, read: { id: string; reading: KeptReading }[]): Promise<string[]> {
  const rows = JSON.stringify(
    read.map((one) => ({ ...labelsIn(one), reading: one.reading, model: one.reading.model })),
  )
  const { rows: kept } = await sql<{ feedback_id: string }>`
    insert into readings (workspace_id, feedback_id, kind, sentiment, urgency, risks, reading, model, read_at)
    select ${tx.workspaceId}::uuid, r.feedback_id, r.kind, r.sentiment, r.urgency,
      array(select json_array_elements_text(r.risks)), r.reading, r.model, ${tx.now()}
    from json_to_recordset(${rows}::json) as r(
      feedback_id uuid, kind text, sentiment text, urgency text, risks json, reading jsonb, model text)
    on conflict (workspace_id, feedback_id) do nothing
    returning feedback_id`.execute(tx.db)
  return kept.map((row) => row.feedback_id)
}

/** How much was read a day, and how much of it the model left to people. */
async function countReadings(tx: Tx, kept: readonly { reading: KeptReading }[]): Promise<void> {
  if (kept.length === 0) return
  const abstained = kept.filter(({ reading }) => reading.abstained).length
  await sql`
    insert into reading_days as d (workspace_id, day, readings, abstained)
    select id, (${tx.now()}::timestamptz at time zone time_zone)::date, ${kept.length}, ${abstained}
    from workspaces where id = ${tx.workspaceId}
    on conflict (workspace_id, day) do update set
      readings = d.readings + excluded.readings, abstained = d.abstained + excluded.abstained`.execute(
    tx.db,
  )
}
