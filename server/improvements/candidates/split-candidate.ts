import type { splitCandidate as endpoint } from '../../../contract/candidates.ts'
import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { describeGroups } from './describe-groups.ts'
import { movePrints, refuse } from './group-cases.ts'
import { insertGroup, loadUndecided, weighGroups } from './group-rows.ts'
import { membersOf } from './members.ts'
import { holdGroups } from './state.ts'

/** A group larger than that is split by its newest cases. */
const mostKeptApart = 500

/** A member says that some of these cases are another matter. Neither side goes back to the other. */
export async function splitCandidate(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const chosen = [...new Set(input.caseIds)]
  const reply = await ctx.write(async (tx) => {
    const { stamp } = await holdGroups(tx)
    const group = await loadUndecided(tx, input.candidateId)
    await refuseStrangers(tx, group.id, chosen)
    if (chosen.length >= group.cases) throw new Conflict('nothing_left')
    const rest = (await membersOf(tx, group.id, mostKeptApart + chosen.length)).filter(
      (id) => !chosen.includes(id),
    )
    const splitId = chosen.length > 1 ? tx.newId() : null
    if (splitId !== null) {
      await insertGroup(tx, { id: splitId, state: 'candidate' })
      await refuse(tx, splitId, rest.slice(0, mostKeptApart))
    }
    await refuse(tx, group.id, chosen)
    await movePrints(tx, chosen, { groupId: splitId, decided: splitId !== null, stamp })
    await decide(tx, group.id)
    await weighGroups(tx, splitId === null ? [group.id] : [group.id, splitId])
    tx.record('candidate.split', { candidateId: group.id, splitId })
    return { id: group.id, splitId }
  })
  await describeGroups(ctx, reply.splitId === null ? [reply.id] : [reply.id, reply.splitId])
  return reply
}

async function refuseStrangers(tx: Tx, groupId: string, caseIds: string[]): Promise<void> {
  const found = await tx.db
    .selectFrom('case_prints')
    .select('case_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('group_id', '=', groupId)
    .where('case_id', 'in', caseIds)
    .execute()
  if (found.length < caseIds.length) throw new Invalid('case_unknown', 'caseIds')
}

/** Described anew, for its words may have been those of the cases that left. */
async function decide(tx: Tx, groupId: string): Promise<void> {
  await tx.db
    .updateTable('case_groups')
    .set({ decided: true, described_at_cases: 0 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', groupId)
    .execute()
}
