import { addMessages } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'
import { type Notice, noticeText } from './notices.ts'

/**
 * The system tells the customers of these cases something: a notice in each conversation, which the
 * channels carry out. States `case.told` for a release, `case.notified` otherwise. Returns the
 * messages' ids, in the order of the cases.
 */
export async function tellCustomers(
  tx: Tx,
  caseIds: readonly string[],
  notice: Notice,
): Promise<string[]> {
  const { locale, timeZone } = await loadSettings(tx)
  const text = noticeText(notice, locale, timeZone)
  const messageIds = await addMessages(
    tx,
    caseIds.map((caseId) => ({ caseId, direction: 'notice', notice, text })),
  )
  for (const [index, messageId] of messageIds.entries()) {
    const caseId = caseIds[index] as string
    if (notice.name === 'released') {
      const { releaseId, release } = notice.values
      tx.record('case.told', { caseId, releaseId, messageId, release })
    } else tx.record('case.notified', { caseId, messageId })
  }
  return messageIds
}
