import type { CandidateView, mergeCandidates as endpoint } from '../../../contract/candidates.ts'
import type { InputOf } from '../../../contract/endpoint.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Conflict } from '../../platform/errors.ts'
import { describeGroups } from './describe-groups.ts'
import { loadUndecided, weighGroups } from './group-rows.ts'
import { presentCandidates } from './present-candidates.ts'
import { holdGroups, startEpoch } from './state.ts'

/** A member says that two groups are one matter: the cases of the other come to this one. */
export async function mergeCandidates(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<CandidateView> {
  const { candidateId, otherId } = input
  await ctx.write(async (tx) => {
    const { stamp } = await holdGroups(tx)
    const into = await loadUndecided(tx, candidateId)
    const other = await loadUndecided(tx, otherId)
    if (into.id === other.id) throw new Conflict('same_candidate')
    await tx.db
      .updateTable('case_prints')
      .set({ group_id: into.id, decided: true, stamp })
      .where('workspace_id', '=', tx.workspaceId)
      .where('group_id', '=', other.id)
      .execute()
    // Whoever kept the two apart before has been overruled; what left the other stays away from both.
    await tx.db
      .deleteFrom('group_refusals')
      .where('workspace_id', '=', tx.workspaceId)
      .where('group_id', 'in', [into.id, other.id])
      .where('case_id', 'in', (eb) =>
        eb
          .selectFrom('case_prints')
          .select('case_id')
          .where('workspace_id', '=', tx.workspaceId)
          .where('group_id', '=', into.id),
      )
      .execute()
    await tx.db
      .updateTable('group_refusals')
      .set({ group_id: into.id })
      .where('workspace_id', '=', tx.workspaceId)
      .where('group_id', '=', other.id)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('group_refusals as known')
              .select('known.case_id')
              .where('known.workspace_id', '=', tx.workspaceId)
              .where('known.group_id', '=', into.id)
              .whereRef('known.case_id', '=', 'group_refusals.case_id'),
          ),
        ),
      )
      .execute()
    await tx.db
      .updateTable('case_groups')
      .set({ decided: true, state: 'candidate', described_at_cases: 0 })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', into.id)
      .execute()
    await weighGroups(tx, [into.id])
    await tx.db
      .deleteFrom('case_groups')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', other.id)
      .execute()
    await startEpoch(tx)
    tx.record('candidate.merged', { candidateId: other.id, intoId: into.id })
  })
  await describeGroups(ctx, [candidateId])
  const [view] = await presentCandidates(ctx, [candidateId])
  return view as CandidateView
}
