import { sql } from 'kysely'
import { loadFeedback } from '../feedback/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { readTexts } from './reading-thread.ts'
import { labelsOf } from './readings-of.ts'
import type { KeptReading } from './tables.ts'

/** Feedback that arrived is read: what kind it is, how it feels, how it presses. Once. */
export const readFeedback = reaction<'feedback.received'>({
  name: 'understanding.read',
  async run(ctx, events) {
    await readAll(ctx, [...new Set(events.map(({ data }) => data.feedbackId))])
  },
})

async function readAll(ctx: Ctx, feedbackIds: string[]): Promise<void> {
  const known = await labelsOf(ctx, feedbackIds)
  const unread = await loadFeedback(
    ctx,
    feedbackIds.filter((id) => !known.has(id)),
  )
  if (unread.length === 0) return
  const readings = await readTexts(unread.map(({ words }) => words))
  await ctx.write(async (tx) => {
    const kept = await keep(
      tx,
      unread.map(({ id }, index) => ({ id, reading: readings[index] as KeptReading })),
    )
    for (const feedbackId of kept) tx.record('feedback.read', { feedbackId })
  })
}

/** Returns the feedback that nobody else had read meanwhile. */
async function keep(tx: Tx, read: { id: string; reading: KeptReading }[]): Promise<string[]> {
  const rows = JSON.stringify(
    read.map(({ id, reading }) => ({
      id,
      kind: reading.kind.label,
      sentiment: reading.sentiment.label,
      urgency: reading.urgency.label,
      risks: reading.risks.map(({ label }) => label),
      reading,
      model: reading.model,
    })),
  )
  const { rows: kept } = await sql<{ feedback_id: string }>`
    insert into readings (workspace_id, feedback_id, kind, sentiment, urgency, risks, reading, model, read_at)
    select ${tx.workspaceId}::uuid, r.id, r.kind, r.sentiment, r.urgency,
      array(select json_array_elements_text(r.risks)), r.reading, r.model, ${tx.now()}
    from json_to_recordset(${rows}::json) as r(
      id uuid, kind text, sentiment text, urgency text, risks json, reading jsonb, model text)
    on conflict (workspace_id, feedback_id) do nothing
    returning feedback_id`.execute(tx.db)
  return kept.map((row) => row.feedback_id)
}
