/** What becomes of drafts: a person sends them, as they are or changed, and the message says so. */
import type { DraftedMessage } from '../../contract/assistant.ts'
import type { Locale } from '../../contract/values.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { likeness } from './likeness.ts'
import { loadAssistant } from './settings.ts'

/** Above this a draft was sent essentially as it was; below the other it has become somebody's own words. */
const unchanged = 0.85
const someoneElses = 0.3

/** Said at the end of an answer, by the law on labelling what machines write (标识办法). */
const labels: Record<Locale, string> = {
  'zh-CN': '（本条回复由 AI 辅助生成，客服已核对）',
  en: '(Written with the help of AI and checked by a person.)',
}

export interface Behind {
  draftId: string
  unedited: boolean
  labelled: boolean
  /** What is to be sent, with the label where one is due. */
  text: string
}

/** Did this answer grow out of the draft? Null when hardly a word of it is left. */
export async function draftBehind(
  tx: Tx,
  answer: { draftId: string; caseId: string; text: string },
  locale: Locale,
): Promise<Behind | null> {
  const row = await tx.db
    .selectFrom('machine_texts')
    .select(['id', 'words'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', answer.draftId)
    .where('case_id', '=', answer.caseId)
    .where('use', '=', 'drafts')
    .where('message_id', 'is', null)
    .executeTakeFirst()
  if (!row?.words) return null
  const alike = likeness(row.words.text, answer.text)
  if (alike < someoneElses) return null
  const unedited = alike >= unchanged
  const labelled = unedited && (await loadAssistant(tx)).labelAnswers
  const text = labelled ? `${answer.text}\n\n${labels[locale]}` : answer.text
  return { draftId: row.id, unedited, labelled, text }
}

export async function keepWhatBecameOfIt(
  tx: Tx,
  { draftId, unedited, labelled }: Behind,
  messageId: string,
): Promise<void> {
  await tx.db
    .updateTable('machine_texts')
    .set({ message_id: messageId, unedited, labelled })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', draftId)
    .execute()
}

/** Which messages of a case began as drafts. */
export async function draftsSentAs(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  caseId: string,
): Promise<Map<string, DraftedMessage>> {
  const rows = await ctx.db
    .selectFrom('machine_texts')
    .select(['message_id', 'model', 'unedited', 'labelled'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('case_id', '=', caseId)
    .where('message_id', 'is not', null)
    .execute()
  return new Map(
    rows.map(({ message_id, model, unedited, labelled }) => [
      message_id ?? '',
      { model: model ?? '', unedited: unedited ?? false, labelled: labelled ?? false },
    ]),
  )
}
