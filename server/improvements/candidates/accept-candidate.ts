import type { acceptCandidate as endpoint } from '../../../contract/candidates.ts'
import type { InputOf } from '../../../contract/endpoint.ts'
import type { ProblemView } from '../../../contract/improvements.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { nextNumbers } from '../../platform/db/counters.ts'
import { linkAll } from '../link-cases.ts'
import { holdProblem, type Problem, presentProblem } from '../problem.ts'
import { movePrints } from './group-cases.ts'
import { loadUndecided, weighGroups } from './group-rows.ts'
import { membersOf } from './members.ts'
import { holdGroups } from './state.ts'

/** Linked in one go; what a group has beyond that is suggested on the problem's page. */
const mostLinked = 1000

/** A member says that these cases are a problem: a new one, or one that is known. */
export async function acceptCandidate(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ProblemView> {
  const problemId = await ctx.write(async (tx) => {
    const { stamp } = await holdGroups(tx)
    const group = await loadUndecided(tx, input.candidateId)
    const caseIds = await membersOf(tx, group.id, mostLinked)
    const problem =
      'problemId' in input ? await holdProblem(tx, input.problemId) : await create(tx, input)
    const known = await tx.db
      .selectFrom('case_groups')
      .select('id')
      .where('workspace_id', '=', tx.workspaceId)
      .where('problem_id', '=', problem.id)
      .executeTakeFirst()
    // The cases go to the group the problem has; where it has none, this one becomes it.
    if (!known) await becomeProblems(tx, group.id, problem.id)
    await movePrints(tx, caseIds, { groupId: known?.id ?? group.id, decided: true, stamp })
    await linkAll(tx, problem, caseIds)
    await weighGroups(tx, known ? [known.id, group.id] : [group.id])
    tx.record('candidate.accepted', { candidateId: group.id, problemId: problem.id })
    return problem.id
  })
  return presentProblem(ctx, problemId)
}

async function create(
  tx: Tx,
  { title, description }: { title: string; description: string },
): Promise<Problem> {
  const problem = await tx.db
    .insertInto('problems')
    .values({
      workspace_id: tx.workspaceId,
      id: tx.newId(),
      number: await nextNumbers(tx, 'problem', 1),
      title,
      description,
      state: 'open',
      created_at: tx.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  tx.record('problem.created', { problemId: problem.id })
  return problem
}

async function becomeProblems(tx: Tx, groupId: string, problemId: string): Promise<void> {
  await tx.db
    .updateTable('case_groups')
    .set({ state: 'problem', problem_id: problemId, decided: true })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', groupId)
    .execute()
}
