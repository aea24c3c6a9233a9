import type { SampleView } from '../../contract/sample.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Platform } from '../platform/platform.ts'
import { ownerOfSample, readSample } from './read-sample.ts'
import { holdSample, isStalled } from './sample.ts'

/** An admin has enough of the sample: it goes, with all that is in it, even while it is being made. */
export async function removeSample(platform: Platform, ctx: Ctx): Promise<SampleView> {
  const owner = await ownerOfSample(ctx)
  await ask(owner === null ? ctx : platform.ctx(owner, ctx.actor))
  return readSample(ctx)
}

async function ask(ctx: Ctx): Promise<void> {
  await ctx.write(async (tx) => {
    const there = await holdSample(tx)
    if (!there || (there.state === 'removing' && !isStalled(there, tx.now()))) return
    await tx.db
      .updateTable('samples')
      .set({ state: 'removing', touched_at: tx.now() })
      .where('workspace_id', '=', tx.workspaceId)
      .execute()
    tx.record('sample.removal_requested', {})
  })
}
