/** Cases that read like those of a problem: suggested for it, until somebody adds or refuses them. */
import type {
  listSuggested as listEndpoint,
  refuseSuggested as refuseEndpoint,
} from '../../../contract/candidates.ts'
import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { loadProblem, type Reader } from '../problem.ts'
import { movePrints, refuse } from './group-cases.ts'
import { type Group, weighGroups } from './group-rows.ts'
import { pageOfMembers, presentLikeCases } from './members.ts'
import { holdGroups } from './state.ts'

export async function listSuggested(
  ctx: Ctx,
  input: InputOf<typeof listEndpoint>,
): Promise<ReplyOf<typeof listEndpoint>> {
  await loadProblem(ctx, input.problemId)
  const group = await groupOf(ctx, input.problemId)
  if (!group) return { items: [], nextCursor: null, total: 0 }
  const [{ ids, nextCursor }, { total }] = await Promise.all([
    pageOfMembers(ctx, group.id, { cursor: input.cursor, unlinked: true }),
    ctx.db
      .selectFrom('case_prints')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('workspace_id', '=', ctx.workspaceId)
      .where('group_id', '=', group.id)
      .where('decided', '=', false)
      .executeTakeFirstOrThrow(),
  ])
  const items = await presentLikeCases(
    ctx,
    ids.map((id) => ({ id, words: group.words })),
  )
  return { items, nextCursor, total }
}

/** A member says that these are not this problem. */
export async function refuseSuggested(
  ctx: Ctx,
  input: InputOf<typeof refuseEndpoint>,
): Promise<Record<string, never>> {
  await loadProblem(ctx, input.problemId)
  await ctx.write(async (tx) => {
    const { stamp } = await holdGroups(tx)
    const group = await groupOf(tx, input.problemId)
    if (!group) return
    const there = await tx.db
      .selectFrom('case_prints')
      .select('case_id')
      .where('workspace_id', '=', tx.workspaceId)
      .where('group_id', '=', group.id)
      .where('decided', '=', false)
      .where('case_id', 'in', input.caseIds)
      .execute()
    const ids = there.map(({ case_id }) => case_id)
    if (ids.length === 0) return
    await refuse(tx, group.id, ids)
    await movePrints(tx, ids, { groupId: null, decided: false, stamp })
    await weighGroups(tx, [group.id])
    tx.record('problem.suggestions_refused', { problemId: input.problemId, cases: ids.length })
  })
  return {}
}

async function groupOf(ctx: Reader, problemId: string): Promise<Group | undefined> {
  return ctx.db
    .selectFrom('case_groups')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('problem_id', '=', problemId)
    .executeTakeFirst()
}
