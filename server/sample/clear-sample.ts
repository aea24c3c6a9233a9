/** A sample goes: every row of its workspace in every table there is, its files, its members. */
import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { forgetSettings } from '../workspaces/index.ts'
import { findSample, type Sample } from './sample.ts'
import { tenantTables } from './tenant-tables.ts'

const rowsAtOnce = 5000

export const clearSample = reaction<'sample.removal_requested'>({
  name: 'sample.remove',
  pace: 'long',
  run: (ctx) => clear(ctx),
})

/** May be stopped anywhere and run again: its row in samples goes last. */
async function clear(ctx: Ctx): Promise<void> {
  const sample = await findSample(ctx)
  if (sample?.state !== 'removing') return
  await refuseRealWorkspace(ctx, sample)
  // Nobody comes in any more.
  await ctx.db.deleteFrom('memberships').where('workspace_id', '=', sample.sample_id).execute()
  await removeFiles(ctx, sample.sample_id)
  const tables = await tenantTables(ctx)
  for (const table of tables) {
    while ((await deleteSome(ctx, table, sample.sample_id)) === rowsAtOnce) await touch(ctx)
  }
  await ctx.write(async (tx) => {
    // What was written meanwhile.
    for (const table of tables) await deleteSome(tx, table, sample.sample_id)
    await tx.db
      .deleteFrom('workspaces')
      .where('id', '=', sample.sample_id)
      .where('sample_of', '=', tx.workspaceId)
      .execute()
    await tx.db
      .deleteFrom('samples')
      .where('workspace_id', '=', tx.workspaceId)
      .where('sample_id', '=', sample.sample_id)
      .execute()
  })
  forgetSettings(sample.sample_id)
}

/** Only what says of itself that it is our sample may go. One that was never finished has no row yet. */
async function refuseRealWorkspace(ctx: Ctx, { sample_id }: Sample): Promise<void> {
  const row = await ctx.db
    .selectFrom('workspaces')
    .select('sample_of')
    .where('id', '=', sample_id)
    .executeTakeFirst()
  if (sample_id === ctx.workspaceId || (row && row.sample_of !== ctx.workspaceId))
    throw new Error(`${sample_id} is not the sample of ${ctx.workspaceId}: nothing was removed`)
}

/** Bytes first: a row without bytes can be removed again, bytes without a row cannot be found. */
async function removeFiles(ctx: Ctx, sampleId: string): Promise<void> {
  const files = await ctx.db
    .selectFrom('files')
    .select('storage_key')
    .where('workspace_id', '=', sampleId)
    .execute()
  for (const { storage_key } of files) await ctx.files.remove(storage_key)
}

async function deleteSome(
  { db }: Pick<Ctx, 'db'>,
  table: string,
  sampleId: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where workspace_id = ${sampleId} and ctid = any(array(
      select ctid from ${sql.table(table)} where workspace_id = ${sampleId} limit ${rowsAtOnce}))`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

async function touch(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('samples')
    .set({ touched_at: ctx.now() })
    .where('workspace_id', '=', ctx.workspaceId)
    .execute()
}
