import type { InputOf } from '../../contract/endpoint.ts'
import type { changeProblem as endpoint, ProblemView } from '../../contract/improvements.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict, Invalid } from '../platform/errors.ts'
import { membersById } from '../workspaces/index.ts'
import { holdProblem, type Problem, presentProblem } from './problem.ts'

/** A member renames a problem, describes it, gives it an owner, or moves it on. */
export async function changeProblem(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ProblemView> {
  await ctx.write(async (tx) => {
    const held = await holdProblem(tx, input.problemId)
    // What customers have been told is fixed does not become unfixed: a relapse is a new problem.
    if (input.state !== undefined && held.state === 'fixed') throw new Conflict('problem_fixed')
    if (input.ownerId) await refuseStrangers(tx, input.ownerId, held)
    const change = {
      ...(input.title === undefined ? {} : { title: input.title }),
      ...(input.description === undefined ? {} : { description: input.description }),
      ...(input.state === undefined ? {} : { state: input.state }),
      ...(input.ownerId === undefined ? {} : { owner_id: input.ownerId }),
      ...(input.causeKind === undefined ? {} : { cause_kind: input.causeKind }),
      ...(input.rootCause === undefined ? {} : { root_cause: input.rootCause }),
    }
    if (Object.keys(change).length === 0) return
    await tx.db
      .updateTable('problems')
      .set(change)
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', held.id)
      .execute()
    tx.record('problem.changed', { problemId: held.id })
  })
  return presentProblem(ctx, input.problemId)
}

/** Owners are members who still work here; one who left may stay what they were. */
async function refuseStrangers(tx: Tx, ownerId: string, held: Problem): Promise<void> {
  const owner = (await membersById(tx, [ownerId])).get(ownerId)
  if (!owner) throw new Invalid('member_unknown', 'ownerId')
  if (!owner.active && ownerId !== held.owner_id) throw new Invalid('member_inactive', 'ownerId')
}
