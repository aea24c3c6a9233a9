import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { labelsOf } from '../understanding/index.ts'
import { firstPriority } from './priority.ts'

/**
 * What understanding says of a text comes to stand on its case, and a pressing text makes the case
 * pressing unless a person has decided. Whichever comes last, the case or the reading, brings them
 * together.
 */
export const applyReadings = reaction<'feedback.read' | 'case.opened'>({
  name: 'cases.applyReading',
  batch: 250,
  async run(ctx, events) {
    await applyTo(ctx, [...new Set(events.map(({ data }) => data.feedbackId))])
  },
})

async function applyTo(ctx: Ctx, feedbackIds: string[]): Promise<void> {
  const labels = await labelsOf(ctx, feedbackIds)
  if (labels.size === 0) return
  const unread = await ctx.db
    .selectFrom('cases')
    .select(['id', 'entry', 'kind', 'sentiment', 'urgency', 'risks'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...labels.keys()])
    .execute()
  const changing = unread.flatMap((row) => {
    const read = labels.get(row.id)
    const same =
      read &&
      row.kind === read.kind &&
      row.sentiment === read.sentiment &&
      row.urgency === read.urgency &&
      row.risks.join(' ') === read.risks.join(' ')
    return read && !same
      ? [{ id: row.id, ...read, least: firstPriority(row.entry, read.urgency) }]
      : []
  })
  if (changing.length === 0) return
  await ctx.write(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      with read as materialized (
        select * from json_to_recordset(${JSON.stringify(changing)}::json) as r(
          id uuid, kind text, sentiment text, urgency text, risks json, least text)
      ), held as (
        select c.id from cases c join read r on r.id = c.id
        where c.workspace_id = ${tx.workspaceId} order by c.id for update of c
      )
      update cases c
      set kind = r.kind, sentiment = r.sentiment, urgency = r.urgency,
        risks = array(select json_array_elements_text(r.risks)),
        priority = case when c.priority_decided then c.priority else ${higherOf('c.priority', 'r.least')} end
      from read r, held h
      where c.workspace_id = ${tx.workspaceId} and c.id = r.id and h.id = c.id
      returning c.id`.execute(tx.db)
    for (const { id } of rows) tx.record('case.read', { caseId: id })
  })
}

/** `higher` in SQL, so that a priority raised meanwhile is not lowered. */
function higherOf(a: string, b: string) {
  const order = sql.lit('low normal high urgent')
  return sql`case when position(${sql.ref(a)} in ${order}) >= position(${sql.ref(b)} in ${order}) then ${sql.ref(a)} else ${sql.ref(b)} end`
}
