import type { Ctx, Tx } from '../platform/ctx.ts'
import { releaseFiles } from '../platform/files/attach-files.ts'

/** Feedback of an import, a piece at a time: the ids after `after`, in order. */
export async function feedbackOfImport(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  importId: string,
  limit: number,
  after?: string,
): Promise<string[]> {
  let query = ctx.db
    .selectFrom('feedback')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', importId)
    .orderBy('id')
    .limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(({ id }) => id)
}

/** Those that are still there; until this transaction ends nobody takes them back. */
export async function holdFeedback(tx: Tx, feedbackIds: readonly string[]): Promise<Set<string>> {
  if (feedbackIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('feedback')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...feedbackIds])
    .orderBy('id')
    .forKeyShare()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * Takes feedback and what was said in its cases back for good, as when an import is undone. The
 * cases themselves and the readings go with their own domains.
 */
export async function removeFeedback(
  tx: Tx,
  gone: { feedbackIds: readonly string[]; caseIds: readonly string[] },
): Promise<void> {
  const { feedbackIds, caseIds } = gone
  if (caseIds.length > 0) {
    const messages = await tx.db
      .deleteFrom('messages')
      .where('workspace_id', '=', tx.workspaceId)
      .where('case_id', 'in', [...caseIds])
      .returning('id')
      .execute()
    await dropEvidence(
      tx,
      'message_id',
      messages.map(({ id }) => id),
    )
  }
  if (feedbackIds.length === 0) return
  await dropEvidence(tx, 'feedback_id', feedbackIds)
  await tx.db
    .deleteFrom('feedback')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...feedbackIds])
    .execute()
}

/** Returns the files that were let go of. */
export async function dropEvidence(
  tx: Tx,
  owner: 'message_id' | 'feedback_id',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const links = await tx.db
    .deleteFrom('evidence')
    .where('workspace_id', '=', tx.workspaceId)
    .where(owner, 'in', [...ids])
    .returning('file_id')
    .execute()
  const fileIds = links.map(({ file_id }) => file_id)
  await releaseFiles(tx, fileIds)
  return fileIds
}
