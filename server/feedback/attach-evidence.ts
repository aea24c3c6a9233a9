import type { Tx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'
import { lockFreeFiles, markAttached } from '../platform/files/attach-files.ts'
import { fileIdIn } from '../platform/files/ticket.ts'

export const evidenceKinds = ['image', 'video', 'log'] as const

/** The files of one feedback or message, in their order. */
export type EvidenceLink =
  | { feedbackId: string; fileIds: readonly string[] }
  | { messageId: string; fileIds: readonly string[] }

/** Attaches uploaded files to a message. Throws `evidence_unknown` for tickets that are not good. */
export async function attachEvidence(
  tx: Tx,
  messageId: string,
  tickets: readonly string[],
): Promise<void> {
  if (tickets.length === 0) return
  const fileIds = ticketsToFiles(tx, tickets)
  const free = await lockFreeFiles(tx, fileIds ?? [], evidenceKinds)
  if (fileIds === null || !fileIds.every((id) => free.has(id)))
    throw new Invalid('evidence_unknown', 'evidence')
  await linkEvidence(tx, [{ messageId, fileIds }])
}

/** The files behind tickets; null when one is forged, of another workspace, or there twice. */
export function ticketsToFiles(
  scene: Pick<Tx, 'secret' | 'workspaceId'>,
  tickets: readonly string[],
): string[] | null {
  const fileIds = tickets.flatMap((ticket) => fileIdIn(scene, ticket) ?? [])
  return new Set(fileIds).size === tickets.length ? fileIds : null
}

/** Links files that are known to be free. */
export async function linkEvidence(tx: Tx, links: readonly EvidenceLink[]): Promise<void> {
  const rows = links.flatMap((link) =>
    link.fileIds.map((fileId, position) => ({
      workspace_id: tx.workspaceId,
      id: tx.newId(),
      file_id: fileId,
      feedback_id: 'feedbackId' in link ? link.feedbackId : null,
      message_id: 'messageId' in link ? link.messageId : null,
      position,
    })),
  )
  if (rows.length === 0) return
  await tx.db.insertInto('evidence').values(rows).execute()
  await markAttached(
    tx,
    rows.map((row) => row.file_id),
  )
}
