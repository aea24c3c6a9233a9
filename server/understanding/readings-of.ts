import type { Selectable } from 'kysely'
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

/** The feedback is gone for good, and what it meant goes with it, whoever said so. */
export async function forgetReadings(tx: Tx, feedbackIds: readonly string[]): Promise<void> {
  if (feedbackIds.length === 0) return
  for (const table of ['judgements', 'readings'] as const)
    await tx.db
      .deleteFrom(table)
      .where('workspace_id', '=', tx.workspaceId)
      .where('feedback_id', 'in', [...feedbackIds])
      .execute()
}
