import type { Selectable } from 'kysely'
import type { ReadingView } from '../../contract/understanding.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import type { ReadingsTable } from './tables.ts'

export type KnownReading = Selectable<ReadingsTable>

/** What is known of these feedback by now; those not read yet are left out. */
export async function readingsOf(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  feedbackIds: readonly string[],
): Promise<Map<string, KnownReading>> {
  if (feedbackIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('readings')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('feedback_id', 'in', [...feedbackIds])
    .execute()
  return new Map(rows.map((row) => [row.feedback_id, row]))
}

/** The few labels that lists and rules go by. */
export type Labels = Pick<ReadingsTable, 'feedback_id' | 'kind' | 'sentiment' | 'urgency' | 'risks'>

export async function labelsOf(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  feedbackIds: readonly string[],
): Promise<Map<string, Labels>> {
  if (feedbackIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('readings')
    .select(['feedback_id', 'kind', 'sentiment', 'urgency', 'risks'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('feedback_id', 'in', [...feedbackIds])
    .execute()
  return new Map(rows.map((row) => [row.feedback_id, row]))
}

export function presentReading({ reading, read_at }: KnownReading): ReadingView {
  return {
    kind: reading.kind,
    topics: reading.topics,
    sentiment: reading.sentiment,
    urgency: reading.urgency,
    risks: reading.risks,
    keywords: reading.keywords,
    language: reading.language,
    abstained: reading.abstained,
    model: reading.model,
    readAt: read_at.toISOString(),
  }
}

/** The feedback is gone for good, and what it meant goes with it. */
export async function forgetReadings(tx: Tx, feedbackIds: readonly string[]): Promise<void> {
  if (feedbackIds.length === 0) return
  await tx.db
    .deleteFrom('readings')
    .where('workspace_id', '=', tx.workspaceId)
    .where('feedback_id', 'in', [...feedbackIds])
    .execute()
}
