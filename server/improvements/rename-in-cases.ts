import { renameProblem } from '../cases/index.ts'
import { reaction } from '../platform/events/reactions.ts'
import { linked } from './problem.ts'

/**
 * A problem may be called something else now: its cases say so too. Apart from the change itself,
 * which holds the problem: whoever links cases holds those first and the problem after.
 */
export const renameInCases = reaction<'problem.changed'>({
  name: 'improvements.renameInCases',
  run: async (ctx, events) => {
    const problems = await ctx.db
      .selectFrom('problems')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where(
        'id',
        'in',
        events.map(({ data }) => data.problemId),
      )
      .execute()
    for (const problem of problems) await ctx.write((tx) => renameProblem(tx, linked(problem)))
  },
})
