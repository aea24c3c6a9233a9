import { sql } from 'kysely'
import type { Tx } from '../platform/ctx.ts'
import { dropEvidence } from './remove-feedback.ts'

/**
 * Replaces all that was said in these cases, by the customer and by the team, with `mark`, and takes the
 * evidence off: the one thing that ever changes feedback. Number, category, times and ids stay, and so
 * does the key under which it was received: brought again it is a repeat, and not back. Returns the files
 * that belong to nothing any more.
 */
export async function redactFeedback(
  tx: Tx,
  said: { feedbackIds: readonly string[]; caseIds: readonly string[]; mark: string },
): Promise<string[]> {
  const { feedbackIds, caseIds, mark } = said
  await sql`
    update feedback
    set text = ${mark}, fields = '[]', context = '{}', request_hash = null,
      author = author - array['name', 'email', 'phone']
    where workspace_id = ${tx.workspaceId} and id = any(${[...feedbackIds]}::uuid[])`.execute(tx.db)
  const messages = await tx.db
    .updateTable('messages')
    .set({ text: mark })
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', 'in', [...caseIds])
    .where('direction', 'in', ['in', 'out', 'note'])
    .returning('id')
    .execute()
  const files = [
    await dropEvidence(tx, 'feedback_id', feedbackIds),
    await dropEvidence(
      tx,
      'message_id',
      messages.map(({ id }) => id),
    ),
  ]
  return files.flat()
}
