/** Whether customers are told of a problem while they write about it. */
import type { InputOf } from '../../contract/endpoint.ts'
import type {
  keepPrivate as hideEndpoint,
  ProblemView,
  makePublic as showEndpoint,
} from '../../contract/improvements.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { forgetKnownProblems } from './known-problems.ts'
import { holdProblem, type Problem, presentProblem } from './problem.ts'

/** A member lets customers know that we know of it, in words meant for them. */
export async function makePublic(
  ctx: Ctx,
  input: InputOf<typeof showEndpoint>,
): Promise<ProblemView> {
  await change(ctx, input.problemId, (tx, held) => {
    if (held.state === 'dropped') throw new Conflict('problem_dropped')
    return {
      public_title: input.title,
      public_note: input.note,
      public_since: held.public_since ?? tx.now(),
    }
  })
  return presentProblem(ctx, input.problemId)
}

/** Customers are told of it no longer. Who joined stays joined. */
export async function keepPrivate(
  ctx: Ctx,
  input: InputOf<typeof hideEndpoint>,
): Promise<ProblemView> {
  await change(ctx, input.problemId, () => ({ public_since: null }))
  return presentProblem(ctx, input.problemId)
}

async function change(
  ctx: Ctx,
  problemId: string,
  decide: (
    tx: Tx,
    held: Problem,
  ) => Partial<Pick<Problem, 'public_title' | 'public_note' | 'public_since'>>,
): Promise<void> {
  await ctx.write(async (tx) => {
    const held = await holdProblem(tx, problemId)
    await tx.db
      .updateTable('problems')
      .set({ ...decide(tx, held), public_changed_at: tx.now() })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', held.id)
      .execute()
    tx.record('problem.changed', { problemId: held.id })
  })
  forgetKnownProblems(ctx.workspaceId)
}
