import type { Locale } from '../../contract/values.ts'
import { forgetTexts } from '../assistant/index.ts'
import { dropWaitingMails, eraseSheetsOf } from '../channels/index.ts'
import { redactFeedback } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { forgetRepliesAbout } from '../platform/http/forget-replies.ts'
import { forgetReadings } from '../understanding/index.ts'
import { type Case, saveCase } from './case.ts'
import { emptyTexts } from './case-texts.ts'
import { feedbackOfCases } from './cases-by-id.ts'
import { redact } from './procedure.ts'

/** Stands where something was said. */
const marks: Record<Locale, string> = {
  'zh-CN': '已应客户要求删除',
  en: 'Deleted at the customer’s request',
}

/**
 * All that was said in these cases goes: words, answers, notes, evidence, what was read out of them, what
 * a search finds, the sheets they came in. Number, times, labels and the timeline stay, so the figures do
 * too. An open case ends with that, and nobody is told by mail. Call with the cases and their customer
 * held. Returns the files that were let go of.
 */
export async function redactCases(
  tx: Tx,
  held: readonly Case[],
  { reason, locale }: { reason: string; locale: Locale },
): Promise<string[]> {
  if (held.length === 0) return []
  const mark = marks[locale]
  const caseIds = held.map(({ id }) => id)
  const feedbackIds = [...(await feedbackOfCases(tx, caseIds)).keys()]
  const files = await redactFeedback(tx, { feedbackIds, caseIds, mark })
  await forgetReadings(tx, feedbackIds)
  await forgetTexts(tx, { caseIds, aboutIds: feedbackIds })
  await emptyTexts(tx, held)
  await forgetRepliesAbout(tx, caseIds)
  await dropWaitingMails(tx, caseIds)
  const sheets = await eraseSheetsOf(tx, [
    ...new Set(held.flatMap(({ import_id }) => import_id ?? [])),
  ])
  const now = tx.now()
  for (const one of held) {
    const change = redact(one, now)
    await saveCase(tx, one, {
      ...change,
      title: mark,
      score_comment: null,
      order_no: null,
      survey_token: null,
      survey_until: null,
      redacted_at: now,
      active_at: now,
    })
    tx.record('case.redacted', { caseId: one.id, reason })
    const { resolution } = change
    if (resolution) tx.record('case.closed', { caseId: one.id, resolution })
  }
  return [...files, ...sheets]
}
