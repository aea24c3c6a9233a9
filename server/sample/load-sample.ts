import type { SampleView } from '../../contract/sample.ts'
import type { Ctx } from '../platform/ctx.ts'
import { within } from './elsewhere.ts'
import { welcomeMembers } from './members.ts'
import { ownerOfSample, readSample } from './read-sample.ts'
import { holdSample, isStalled } from './sample.ts'

/**
 * An admin asks for a sample workspace. Asked again while it is made, one is made; asked again when
 * it is there, whoever has joined since may come in too.
 */
export async function loadSample(ctx: Ctx): Promise<SampleView> {
  // In the sample itself there is nothing more to load.
  if ((await ownerOfSample(ctx)) === null) await ask(ctx)
  return readSample(ctx)
}

async function ask(ctx: Ctx): Promise<void> {
  await ctx.write(async (tx) => {
    const made = await tx.db
      .insertInto('samples')
      .values({
        workspace_id: tx.workspaceId,
        sample_id: tx.newId(),
        state: 'loading',
        progress: 0,
        requested_by: tx.actor.kind === 'member' ? tx.actor.id : null,
        touched_at: tx.now(),
      })
      .onConflict((conflict) => conflict.column('workspace_id').doNothing())
      .returning('sample_id')
      .executeTakeFirst()
    if (made) return void tx.record('sample.requested', {})
    const there = await holdSample(tx)
    if (there?.state === 'ready') await welcomeMembers(tx, within(tx, there.sample_id))
    if (there?.state !== 'loading' || !isStalled(there, tx.now())) return
    await tx.db
      .updateTable('samples')
      .set({ touched_at: tx.now() })
      .where('workspace_id', '=', tx.workspaceId)
      .execute()
    tx.record('sample.requested', {})
  })
}
