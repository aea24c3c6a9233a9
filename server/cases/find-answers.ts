import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type { findAnswers as endpoint } from '../../contract/knowledge.ts'
import { loadFeedback } from '../feedback/index.ts'
import { findAnswers as findFor } from '../knowledge/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadCase } from './case.ts'

/** A member who is to answer sees which known answers may fit what the customer said. */
export async function findAnswers(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const found = await loadCase(ctx, input.caseId)
  const [said] = await loadFeedback(ctx, [found.feedback_id])
  return { items: said ? await findFor(ctx, said.words, found.entry) : [] }
}
