import { sql } from 'kysely'
import type { Tx } from '../platform/ctx.ts'

/** Of these cases, those whose customer is still to be asked whether it helped. */
export async function casesToBeAskedAbout(
  tx: Tx,
  caseIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('survey_invitations')
    .select('case_id')
    .distinct()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
  return new Set(rows.map(({ case_id }) => case_id))
}
