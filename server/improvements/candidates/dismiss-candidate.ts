import type { Ctx } from '../../platform/ctx.ts'
import { loadUndecided } from './group-rows.ts'
import { holdGroups } from './state.ts'

/** A member says that this is no problem. New cases like these go there and are not suggested. */
export function dismissCandidate(
  ctx: Ctx,
  input: { candidateId: string },
): Promise<Record<string, never>> {
  return setState(ctx, input.candidateId, 'dismissed')
}

/** It may be a problem after all. */
export function restoreCandidate(
  ctx: Ctx,
  input: { candidateId: string },
): Promise<Record<string, never>> {
  return setState(ctx, input.candidateId, 'candidate')
}

async function setState(
  ctx: Ctx,
  candidateId: string,
  state: 'dismissed' | 'candidate',
): Promise<Record<string, never>> {
  await ctx.write(async (tx) => {
    await holdGroups(tx)
    const group = await loadUndecided(tx, candidateId)
    if (group.state === state) return
    await tx.db
      .updateTable('case_groups')
      .set({ state, decided: true })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', group.id)
      .execute()
    tx.record(state === 'dismissed' ? 'candidate.dismissed' : 'candidate.restored', { candidateId })
  })
  return {}
}
