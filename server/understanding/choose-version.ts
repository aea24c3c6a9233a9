import type { InputOf } from '../../contract/endpoint.ts'
import type { chooseVersion as endpoint } from '../../contract/quality.ts'
import { shippedVersion } from '../../reading/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import { noticeLesson, stateOf } from './own-model.ts'

/**
 * Somebody goes back to an earlier version, or on to another: it reads from now on, without what was
 * learned since, and nights leave it alone.
 */
export async function chooseVersion(
  ctx: Ctx,
  { version }: InputOf<typeof endpoint>,
): Promise<Record<never, never>> {
  if (version > 0) {
    const kept = await ctx.db
      .selectFrom('own_models')
      .select('shipped')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!kept) throw new NotFound()
    if (kept.shipped !== shippedVersion()) throw new Conflict('version_outdated')
  }
  await ctx.write(async (tx) => {
    await keepState(tx, { version, lessons_from: tx.now(), held: true })
    tx.record('model.chosen', { version })
  })
  noticeLesson(ctx)
  return {}
}

/** The nights may make and choose versions again; until then the chosen one reads. */
export async function releaseVersion(ctx: Ctx): Promise<Record<never, never>> {
  const state = await stateOf(ctx)
  if (!state?.held) return {}
  await ctx.write(async (tx) => {
    await keepState(tx, { version: state.version, lessons_from: state.lessons_from, held: false })
    tx.record('model.released', { version: state.version })
  })
  noticeLesson(ctx)
  return {}
}

/** Which version reads, which lessons stand beside it, and who said so. */
export async function keepState(
  tx: Tx,
  state: { version: number; lessons_from: Date; held: boolean },
): Promise<void> {
  const { kind, id, name } = tx.actor
  const change = { ...state, changed_at: tx.now(), changed_by: json({ kind, id, name }) }
  await tx.db
    .insertInto('model_states')
    .values({ workspace_id: tx.workspaceId, ...change })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(change))
    .execute()
}
