import type { correctReading as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { correctReading as correct, noticeLesson } from '../understanding/index.ts'
import { holdCase } from './case.ts'
import { followReading } from './follow-reading.ts'
import { showCase } from './show-case.ts'

/** A member puts right what the system made of the text; the next text is read by it. */
export async function correctReading(
  ctx: Ctx,
  { caseId, ...correction }: InputOf<typeof endpoint>,
): Promise<CaseDetail> {
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId)
    const parts = await correct(tx, held.feedback_id, correction)
    if (parts.length === 0) return
    await followReading(tx, held)
    tx.record('case.corrected', { caseId, feedbackId: held.feedback_id, parts: parts.join(',') })
  })
  noticeLesson(ctx)
  return showCase(ctx, { caseId })
}
