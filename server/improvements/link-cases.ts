import type { InputOf } from '../../contract/endpoint.ts'
import type {
  linkCases as linkEndpoint,
  ProblemView,
  unlinkCase as unlinkEndpoint,
} from '../../contract/improvements.ts'
import { casesById, linkCases as linkThem } from '../cases/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Invalid, NotFound } from '../platform/errors.ts'
import { countAgain } from './follow-links.ts'
import { linked, loadProblem, type Problem, presentProblem } from './problem.ts'

/** A member says that these cases have this cause. */
export async function linkCases(
  ctx: Ctx,
  input: InputOf<typeof linkEndpoint>,
): Promise<ProblemView> {
  const problem = await loadProblem(ctx, input.problemId)
  await ctx.write((tx) => linkAll(tx, problem, input.caseIds))
  return presentProblem(ctx, problem.id)
}

/** A member says that this case has another cause. */
export async function unlinkCase(
  ctx: Ctx,
  input: InputOf<typeof unlinkEndpoint>,
): Promise<ProblemView> {
  const problem = await loadProblem(ctx, input.problemId)
  await ctx.write(async (tx) => {
    const found = (await casesById(tx, [input.caseId])).get(input.caseId)
    if (!found) throw new NotFound()
    if (found.problem_id !== problem.id) return
    await linkThem(tx, [input.caseId], null)
    await countAgain(tx, [input.caseId])
  })
  return presentProblem(ctx, problem.id)
}

/** All of them or none: one that is not ours refuses the rest. */
export async function linkAll(tx: Tx, problem: Problem, caseIds: readonly string[]): Promise<void> {
  const ids = [...new Set(caseIds)]
  if (ids.length === 0) return
  const known = await casesById(tx, ids)
  if (known.size < ids.length) throw new Invalid('case_unknown', 'caseIds')
  await countAgain(tx, await linkThem(tx, ids, linked(problem)))
}
