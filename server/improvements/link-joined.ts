import { linkCases } from '../cases/index.ts'
import { loadFeedback } from '../feedback/index.ts'
import { reaction } from '../platform/events/reactions.ts'
import { countAgain } from './follow-links.ts'
import { linked } from './problem.ts'

/** Where a feedback says by its number which known problem its customer has joined. */
export const problemInContext = 'knownProblem'

/**
 * A case was opened by somebody who joined a known problem: it is linked to it. Only to one that was
 * made public, for anyone may write that number; and once: what members decide afterwards stays.
 */
export const linkJoined = reaction<'case.opened'>({
  name: 'improvements.linkJoined',
  run: async (ctx, events) => {
    const said = await loadFeedback(
      ctx,
      events.map(({ data }) => data.feedbackId),
    )
    const joined = Map.groupBy(
      said.filter(({ channelKind, context }) => channelKind === 'portal' && numberIn(context)),
      ({ context }) => numberIn(context),
    )
    const numbers = [...joined.keys()].flatMap((number) => number ?? [])
    if (numbers.length === 0) return
    const problems = await ctx.db
      .selectFrom('problems')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where('number', 'in', numbers)
      .where('public_title', 'is not', null)
      .execute()
    for (const problem of problems) {
      const caseIds = (joined.get(problem.number) ?? []).map(({ id }) => id)
      await ctx.write(async (tx) => {
        const told = await tx.db
          .selectFrom('events')
          .select('case_id')
          .where('workspace_id', '=', tx.workspaceId)
          .where('case_id', 'in', caseIds)
          .where('type', '=', 'case.linked')
          .execute()
        const decided = new Set(told.map(({ case_id }) => case_id))
        const open = caseIds.filter((id) => !decided.has(id))
        await countAgain(tx, await linkCases(tx, open, linked(problem)))
      })
    }
  },
})

function numberIn(context: Record<string, unknown>): number | null {
  const number = context[problemInContext]
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}
