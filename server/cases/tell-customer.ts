import { addMessage } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'
import { type Notice, noticeText } from './notices.ts'

/**
 * The system tells the customer something: a notice in the conversation, which the channels carry
 * out. States `case.told` for a release, `case.notified` otherwise. Returns the message's id.
 */
export async function tellCustomer(tx: Tx, caseId: string, notice: Notice): Promise<string> {
  const { locale, timeZone } = await loadSettings(tx)
  const { id: messageId } = await addMessage(tx, {
    caseId,
    direction: 'notice',
    notice,
    text: noticeText(notice, locale, timeZone),
  })
  if (notice.name === 'released') {
    const { releaseId, release } = notice.values
    tx.record('case.told', { caseId, releaseId, messageId, release })
  } else tx.record('case.notified', { caseId, messageId })
  return messageId
}
