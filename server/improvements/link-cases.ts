import type { InputOf } from '../../contract/endpoint.ts'
import type {
  linkCases as linkEndpoint,
  ProblemView,
  unlinkCase as unlinkEndpoint,
} from '../../contract/improvements.ts'
import { casesById, linkCases as linkThem, unlinkCases } from '../cases/index.ts'
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
    if (!(await casesById(tx, [input.caseId])).has(input.caseId)) throw new NotFound()
    await countAgain(tx, await unlinkCases(tx, [input.caseId], problem.id))
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
