import type { InputOf } from '../../contract/endpoint.ts'
import type { downloadEvidence as endpoint } from '../../contract/files.ts'
import { downloadOwn, ownerOfEvidence } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import type { Http } from '../platform/http/bind.ts'
import { caseIdsOfFeedback } from './cases-by-id.ts'
import { ownCaseId, ownFeedbackId } from './own-case.ts'

/** A customer looks at a file of their own case: their own, of any feedback in it, or an answer's. */
export async function downloadEvidence(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
  http: Http,
): Promise<void> {
  const { fileId } = input
  const own = ownFeedbackId(ctx)
  const caseId = await ownCaseId(ctx)
  const owner = await ownerOfEvidence(ctx, fileId)
  if (owner === null) throw new NotFound()
  const isOfCase =
    'feedbackId' in owner &&
    caseId !== null &&
    (await caseIdsOfFeedback(ctx, [owner.feedbackId])).get(owner.feedbackId) === caseId
  await downloadOwn(ctx, { fileId, feedbackId: isOfCase ? owner.feedbackId : own, caseId }, http)
}
