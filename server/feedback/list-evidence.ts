import type { FileView } from '../../contract/files.ts'
import type { Ctx } from '../platform/ctx.ts'
import { presentFile } from '../platform/files/present.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db'>

/** The files of feedback and messages, by the id of the one they belong to, in their order. */
export async function evidenceOf(
  ctx: Reader,
  owners: { feedbackIds?: readonly string[]; messageIds?: readonly string[] },
): Promise<Map<string, FileView[]>> {
  const { feedbackIds = [], messageIds = [] } = owners
  const found = new Map<string, FileView[]>()
  if (feedbackIds.length + messageIds.length === 0) return found
  const rows = await ctx.db
    .selectFrom('evidence as e')
    .innerJoin('files as f', (join) =>
      join.onRef('f.workspace_id', '=', 'e.workspace_id').onRef('f.id', '=', 'e.file_id'),
    )
    .select(['e.feedback_id', 'e.message_id'])
    .select(['f.id', 'f.kind', 'f.name', 'f.size', 'f.mime', 'f.width', 'f.height'])
    .where('e.workspace_id', '=', ctx.workspaceId)
    .where((eb) =>
      eb.or([
        ...(feedbackIds.length > 0 ? [eb('e.feedback_id', 'in', [...feedbackIds])] : []),
        ...(messageIds.length > 0 ? [eb('e.message_id', 'in', [...messageIds])] : []),
      ]),
    )
    .orderBy('e.position')
    .execute()
  for (const row of rows) {
    const owner = row.feedback_id ?? row.message_id ?? ''
    found.set(owner, [...(found.get(owner) ?? []), presentFile(row)])
  }
  return found
}

/** What a file was attached to; null for files that are nobody's evidence. */
export async function ownerOfEvidence(
  ctx: Reader,
  fileId: string,
): Promise<{ feedbackId: string } | { caseId: string; note: boolean } | null> {
  const row = await ctx.db
    .selectFrom('evidence as e')
    .leftJoin('messages as m', (join) =>
      join.onRef('m.workspace_id', '=', 'e.workspace_id').onRef('m.id', '=', 'e.message_id'),
    )
    .select(['e.feedback_id', 'm.case_id', 'm.direction'])
    .where('e.workspace_id', '=', ctx.workspaceId)
    .where('e.file_id', '=', fileId)
    .executeTakeFirst()
  if (row?.feedback_id) return { feedbackId: row.feedback_id }
  if (row?.case_id) return { caseId: row.case_id, note: row.direction === 'note' }
  return null
}
