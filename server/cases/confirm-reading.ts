import type { confirmReading as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { confirmReading as confirm, noticeLesson } from '../understanding/index.ts'
import { loadCase } from './case.ts'
import { showCase } from './show-case.ts'

/** A member says that the reading is right, so that accuracy is not counted on mistakes alone. */
export async function confirmReading(
  ctx: Ctx,
  { caseId }: InputOf<typeof endpoint>,
): Promise<CaseDetail> {
  await ctx.write(async (tx) => {
    const { feedback_id: feedbackId } = await loadCase(tx, caseId)
    const parts = await confirm(tx, feedbackId)
    if (parts.length > 0) tx.record('case.reading_confirmed', { caseId, feedbackId })
  })
  noticeLesson(ctx)
  return showCase(ctx, { caseId })
}
