/** A file belongs to what it was first attached to, and to nothing else. */
import type { Tx } from '../ctx.ts'
import type { FilesTable } from '../tables.ts'

type FileKind = FilesTable['kind']

/** Which of these files are of one of the kinds and not attached yet; held for this transaction. */
export async function lockFreeFiles(
  tx: Tx,
  fileIds: readonly string[],
  kinds: readonly FileKind[],
): Promise<Set<string>> {
  if (fileIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('files')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...fileIds])
    .where('kind', 'in', [...kinds])
    .where('attached_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function markAttached(tx: Tx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  await tx.db
    .updateTable('files')
    .set({ attached_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...fileIds])
    .execute()
}

/** Lets go of files whose owner is removed; the sweep takes their bytes away. */
export async function releaseFiles(tx: Tx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  await tx.db
    .updateTable('files')
    .set({ attached_at: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...fileIds])
    .execute()
}
