import type { Ctx } from '../platform/ctx.ts'
import type { MessageDirection, Notice } from './tables.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db'>

export interface Message {
  id: string
  caseId: string
  direction: MessageDirection
  memberId: string | null
  text: string
  notice: Notice | null
  at: Date
}

/** What was said in these cases, oldest first. Their files: `evidenceOf`. */
export async function messagesOf(
  ctx: Reader,
  caseIds: readonly string[],
): Promise<Map<string, Message[]>> {
  const byCase = new Map<string, Message[]>(caseIds.map((id) => [id, []]))
  if (caseIds.length === 0) return byCase
  const rows = await select(ctx)
    .where('case_id', 'in', [...caseIds])
    .orderBy('id')
    .execute()
  for (const row of rows) byCase.get(row.case_id)?.push(messageOf(row))
  return byCase
}

/** Single messages, for those who were told their ids by an event. */
export async function loadMessages(
  ctx: Reader,
  ids: readonly string[],
): Promise<Map<string, Message>> {
  if (ids.length === 0) return new Map()
  const rows = await select(ctx)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, messageOf(row)]))
}

function select(ctx: Reader) {
  return ctx.db
    .selectFrom('messages')
    .select(['id', 'case_id', 'direction', 'member_id', 'text', 'notice', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
}

function messageOf(row: {
  id: string
  case_id: string
  direction: MessageDirection
  member_id: string | null
  text: string
  notice: Notice | null
  at: Date
}): Message {
  const { case_id: caseId, member_id: memberId, ...same } = row
  return { ...same, caseId, memberId }
}
