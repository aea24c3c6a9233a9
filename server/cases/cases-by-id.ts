import { sql } from 'kysely'
import type { Case, Reader } from './case.ts'

/** Cases by id, for domains to the right; ids that are not ours are left out. */
export async function casesById(ctx: Reader, ids: readonly string[]): Promise<Map<string, Case>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * The case behind each feedback. A feedback that opened a case gave it its id; one that joined a case
 * leads there. Feedback whose case is not there (yet) is left out.
 */
export async function caseIdsOfFeedback(
  ctx: Reader,
  feedbackIds: readonly string[],
): Promise<Map<string, string>> {
  if (feedbackIds.length === 0) return new Map()
  const opened = await ctx.db
    .selectFrom('cases')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...feedbackIds])
    .execute()
  const found = new Map(opened.map(({ id }) => [id, id]))
  const left = feedbackIds.filter((id) => !found.has(id))
  if (left.length === 0) return found
  const joined = await ctx.db
    .selectFrom('case_feedback')
    .select(['case_id', 'feedback_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('feedback_id', 'in', left)
    .execute()
  for (const row of joined) found.set(row.feedback_id, row.case_id)
  return found
}

/** The feedback in each of these cases, with its case: what opened it, and what joined. */
export async function feedbackOfCases(
  ctx: Reader,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map(caseIds.map((id) => [id, id]))
  if (caseIds.length === 0) return found
  const joined = await ctx.db
    .selectFrom('case_feedback')
    .select(['case_id', 'feedback_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .execute()
  for (const row of joined) found.set(row.feedback_id, row.case_id)
  return found
}
