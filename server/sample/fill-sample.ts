/** The sample is made: all of it in one transaction, so that it is there whole or not at all. */
import { sql } from 'kysely'
import { arrangePast } from '../improvements/index.ts'
import { rebuild, rebuildRadar } from '../insights/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { ctxWithin, within } from './elsewhere.ts'
import { tellYear } from './life/year.ts'
import { makeWorld } from './make-world.ts'
import { findSample, type Sample } from './sample.ts'
import { writeYear } from './write-year.ts'

export const sampleCases = 6200
/** Shares of the work, as it takes time. */
const toldAt = 0.45
const writtenAt = 0.85
/** As far back people look for what is new. */
const groupedMs = 60 * 86_400_000

export const fillSample = reaction<'sample.requested'>({
  name: 'sample.load',
  pace: 'long',
  run: (ctx) => fill(ctx),
})

/** Somebody asked for its removal meanwhile, or it is there already. */
class NotWanted extends Error {}

/** Interrupted, nothing of it is there, and running it again makes it anew. */
export async function fill(
  ctx: Ctx,
  options: { cases?: number; seed?: string } = {},
): Promise<void> {
  const { cases = sampleCases, seed = ctx.workspaceId } = options
  try {
    await ctx.write(async (own) => {
      await alone(own)
      const wanted = await findSample(own)
      if (wanted?.state !== 'loading') return
      const progress = (share: number) => report(ctx, wanted, share)
      await progress(0.01)
      const sample = ctxWithin(ctx, own, wanted.sample_id)
      const world = await makeWorld(own, within(own, wanted.sample_id), sample, {
        seed,
        requestedBy: wanted.requested_by,
      })
      const told = await tellYear(world, cases, (done) => progress(done * toldAt))
      await writeYear(sample, world, told, (done) => progress(toldAt + done * (writtenAt - toldAt)))
      await rebuild(sample)
      await arrangePast(sample, { withinMs: groupedMs })
      await rebuildRadar(sample)
      await progress(0.98)
      await ready(own, wanted)
    })
  } catch (error) {
    if (!(error instanceof NotWanted)) throw error
  }
}

/** A retry may come while the first try is still at it: it waits, and then finds it done. */
async function alone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sample ${tx.workspaceId}`}, 0))`.execute(
    tx.db,
  )
}

/** Outside the transaction, so that everybody sees it. */
async function report(ctx: Ctx, { sample_id }: Sample, share: number): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('samples')
    .set({ progress: share, touched_at: ctx.now() })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('sample_id', '=', sample_id)
    .where('state', '=', 'loading')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotWanted()
}

async function ready(tx: Tx, { sample_id }: Sample): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('samples')
    .set({ state: 'ready', progress: 1, touched_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('sample_id', '=', sample_id)
    .where('state', '=', 'loading')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotWanted()
}
