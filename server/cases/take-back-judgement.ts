import type { takeBackJudgement as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { noticeLesson, takeBack } from '../understanding/index.ts'
import { holdCase } from './case.ts'
import { followReading } from './follow-reading.ts'
import { showCase } from './show-case.ts'

/** A member takes back what somebody said of the reading: the system's own word stands again. */
export async function takeBackJudgement(
  ctx: Ctx,
  { caseId, parts: of }: InputOf<typeof endpoint>,
): Promise<CaseDetail> {
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId)
    const parts = await takeBack(tx, held.feedback_id, of)
    if (parts.length === 0) return
    await followReading(tx, held)
    tx.record('case.correction_undone', {
      caseId,
      feedbackId: held.feedback_id,
      parts: parts.join(','),
    })
  })
  noticeLesson(ctx)
  return showCase(ctx, { caseId })
}
