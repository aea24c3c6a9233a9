import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import { type suggest as endpoint, longestQuery } from '../../contract/knowledge.ts'
import { findAnswers } from '../knowledge/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { findKnownProblems } from './known-problems.ts'

/** A customer is writing: what we know of it already may spare them the rest. Nothing is kept. */
export async function suggest(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const text = input.text.slice(0, longestQuery)
  const [answers, problems] = await Promise.all([
    findAnswers(ctx, text, input.entry),
    findKnownProblems(ctx, text),
  ])
  return { answers, problems }
}
