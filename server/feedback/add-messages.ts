import type { Tx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import { attachEvidence } from './attach-evidence.ts'
import type { MessageDirection, Notice } from './tables.ts'

export interface NewMessage {
  caseId: string
  direction: MessageDirection
  text: string
  /** The member who wrote it. */
  memberId?: string | null
  notice?: Notice
  /** The same key in the same case twice is one message. */
  submissionKey?: string
  /** Tickets of uploaded files. */
  evidence?: readonly string[]
  /** Now unless said. */
  at?: Date
}

export interface AddedMessage {
  id: string
  /** It had been added before under its key; nothing was changed. */
  repeated: boolean
}

/** Says something in a case. Throws `evidence_unknown` for tickets that are not good. */
export async function addMessage(tx: Tx, given: NewMessage): Promise<AddedMessage> {
  const id = tx.newId()
  const row = await tx.db
    .insertInto('messages')
    .values(rowOf(tx, id, given))
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'case_id', 'submission_key'])
        .where('submission_key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!row) return { id: await firstUnderKey(tx, given), repeated: true }
  await attachEvidence(tx, id, given.evidence ?? [])
  return { id, repeated: false }
}

/** Many at once, in one statement; for notices and samples, which carry neither key nor evidence. */
export async function addMessages(
  tx: Tx,
  given: readonly Omit<NewMessage, 'submissionKey' | 'evidence'>[],
): Promise<string[]> {
  if (given.length === 0) return []
  const rows = given.map((message) => rowOf(tx, tx.newId(), message))
  await tx.db.insertInto('messages').values(rows).execute()
  return rows.map(({ id }) => id)
}

function rowOf(tx: Tx, id: string, given: NewMessage) {
  return {
    workspace_id: tx.workspaceId,
    id,
    case_id: given.caseId,
    direction: given.direction,
    member_id: given.memberId ?? null,
    text: given.text,
    notice: given.notice ? json(given.notice) : null,
    submission_key: given.submissionKey ?? null,
    at: given.at ?? tx.now(),
  }
}

async function firstUnderKey(tx: Tx, given: NewMessage): Promise<string> {
  const row = await tx.db
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', '=', given.caseId)
    .where('submission_key', '=', given.submissionKey ?? '')
    .executeTakeFirstOrThrow()
  return row.id
}
