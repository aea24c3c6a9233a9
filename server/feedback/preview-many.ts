import type { Answered } from '../../contract/feedback.ts'
import type { Ctx } from '../platform/ctx.ts'
import { checkMany } from './check-many.ts'
import type { NewFeedback, Rejected } from './new-feedback.ts'

/**
 * Says of each, in the same order, what `receiveMany` would make of it, and keeps nothing: a dry run.
 * Repeats among the items themselves count as accepted.
 */
export async function previewMany(
  ctx: Ctx,
  channelId: string,
  items: readonly NewFeedback[],
): Promise<('accepted' | 'repeated' | Rejected)[]> {
  const keys = items.flatMap(({ submissionKey }) => submissionKey ?? [])
  const there = new Set(
    keys.length === 0
      ? []
      : (
          await ctx.db
            .selectFrom('feedback')
            .select('submission_key')
            .where('workspace_id', '=', ctx.workspaceId)
            .where('channel_id', '=', channelId)
            .where('submission_key', 'in', keys)
            .execute()
        ).map((row) => row.submission_key),
  )
  const judged = await checkMany(ctx, items)
  return items.map((given, at) => {
    const answers = judged[at] as Answered[] | Rejected
    if (!Array.isArray(answers)) return answers
    return given.submissionKey !== undefined && there.has(given.submissionKey)
      ? 'repeated'
      : 'accepted'
  })
}
