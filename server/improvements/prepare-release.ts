import type { InputOf } from '../../contract/endpoint.ts'
import type {
  changeRelease as changeEndpoint,
  createRelease as createEndpoint,
  discardRelease as discardEndpoint,
  ReleaseView,
} from '../../contract/improvements.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { holdDraft, presentRelease, setProblems } from './release.ts'

/** A release is prepared: its name, what customers will read, and the problems it fixes. */
export async function createRelease(
  ctx: Ctx,
  input: InputOf<typeof createEndpoint>,
): Promise<ReleaseView> {
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('releases')
      .values({
        workspace_id: tx.workspaceId,
        id,
        name: input.name,
        notes: input.notes,
        published_at: null,
        created_at: tx.now(),
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new Conflict('name_taken', 'name')
    await setProblems(tx, id, input.problemIds)
  })
  return presentRelease(ctx, id)
}

/** A release not yet published is changed. */
export async function changeRelease(
  ctx: Ctx,
  input: InputOf<typeof changeEndpoint>,
): Promise<ReleaseView> {
  await ctx.write(async (tx) => {
    await holdDraft(tx, input.releaseId)
    await refuseTaken(tx, input.name, input.releaseId)
    await tx.db
      .updateTable('releases')
      .set({ name: input.name, notes: input.notes })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', input.releaseId)
      .execute()
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('name_taken', 'name') : error
      })
    await setProblems(tx, input.releaseId, input.problemIds)
  })
  return presentRelease(ctx, input.releaseId)
}

/** A release not yet published is thrown away; its problems stay as they are. */
export async function discardRelease(
  ctx: Ctx,
  input: InputOf<typeof discardEndpoint>,
): Promise<Record<never, never>> {
  await ctx.write(async (tx) => {
    await holdDraft(tx, input.releaseId)
    await setProblems(tx, input.releaseId, [])
    await tx.db
      .deleteFrom('releases')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', input.releaseId)
      .execute()
  })
  return {}
}

async function refuseTaken(tx: Tx, name: string, releaseId: string): Promise<void> {
  const other = await tx.db
    .selectFrom('releases')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('name', '=', name)
    .where('id', '<>', releaseId)
    .executeTakeFirst()
  if (other) throw new Conflict('name_taken', 'name')
}

/** Somebody else took the name at the same moment. */
function isTaken(error: unknown): boolean {
  const uniqueViolation = '23505'
  return (error as { code?: unknown } | null)?.code === uniqueViolation
}
