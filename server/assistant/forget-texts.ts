import type { Tx } from '../platform/ctx.ts'

/** What they were about is gone for good, and they go with it. */
export async function forgetTexts(
  tx: Tx,
  gone: { caseIds?: readonly string[]; aboutIds?: readonly string[] },
): Promise<void> {
  const { caseIds = [], aboutIds = [] } = gone
  if (caseIds.length > 0)
    await tx.db
      .deleteFrom('machine_texts')
      .where('workspace_id', '=', tx.workspaceId)
      .where('case_id', 'in', [...caseIds])
      .execute()
  if (aboutIds.length > 0)
    await tx.db
      .deleteFrom('machine_texts')
      .where('workspace_id', '=', tx.workspaceId)
      .where('about_id', 'in', [...aboutIds])
      .execute()
}
