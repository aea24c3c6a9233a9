/** What cases contribute to the counts of the radar as they stand. */
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/ctx.ts'
import type { RadarCasesTable } from './tables.ts'

type Contribution = Selectable<RadarCasesTable>
type Row = Omit<Contribution, 'workspace_id' | 'watched'> & {
  category_id: string | null
  problem_id: string | null
  topics: string[] | null
}

/**
 * By case id; with the topics as people put them right, where they did. A row of a sheet counts when it
 * tells of a time before the sheet came: what has no time of its own would all have happened at once.
 */
export async function contributionsOf(
  tx: Tx,
  caseIds: readonly string[],
): Promise<Map<string, Contribution>> {
  const { rows } = await sql<Row>`
    select c.id as case_id, c.opened_at as at, c.customer_id, c.channel_id, c.category_id, c.problem_id,
      coalesce(c.app_version, '') as version, coalesce(c.platform, '') as platform,
      coalesce(c.region, '') as region, (c.amount * 100)::bigint as amount,
      coalesce(j.labels, array(select t->>'label' from jsonb_array_elements(r.reading->'topics') t)) as topics
    from cases c
    join feedback f on f.workspace_id = c.workspace_id and f.id = c.feedback_id
    left join readings r on r.workspace_id = c.workspace_id and r.feedback_id = c.feedback_id
    left join judgements j on j.workspace_id = c.workspace_id and j.feedback_id = c.feedback_id
      and j.part = 'topics' and j.undone_at is null
    where c.workspace_id = ${tx.workspaceId}::uuid and c.id = any(${[...caseIds]}::uuid[])
      and (c.import_id is null or f.said_at < f.received_at - interval '1 hour')`.execute(tx.db)
  return new Map(rows.map((row) => [row.case_id, contributionOf(tx.workspaceId, row)]))
}

function contributionOf(
  workspaceId: string,
  { topics, category_id, problem_id, ...row }: Row,
): Contribution {
  return {
    workspace_id: workspaceId,
    ...row,
    watched: [
      'all',
      ...(topics ?? []).map((topic) => `topic:${topic}`),
      ...(category_id ? [`category:${category_id}`] : []),
      ...(problem_id ? [`problem:${problem_id}`] : []),
    ],
  }
}
