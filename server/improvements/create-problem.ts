import type { InputOf } from '../../contract/endpoint.ts'
import type { createProblem as endpoint, ProblemView } from '../../contract/improvements.ts'
import type { Ctx } from '../platform/ctx.ts'
import { nextNumbers } from '../platform/db/counters.ts'
import { linkAll } from './link-cases.ts'
import { presentProblem } from './problem.ts'

/** A member names a problem, with the cases that show it. */
export async function createProblem(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ProblemView> {
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    const problem = await tx.db
      .insertInto('problems')
      .values({
        workspace_id: tx.workspaceId,
        id,
        number: await nextNumbers(tx, 'problem', 1),
        title: input.title,
        description: input.description,
        state: 'open',
        created_at: tx.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    tx.record('problem.created', { problemId: id })
    await linkAll(tx, problem, input.caseIds)
  })
  return presentProblem(ctx, id)
}
