import type { SampleView } from '../../contract/sample.ts'
import type { Ctx } from '../platform/ctx.ts'
import { findSample, presentSample } from './sample.ts'

/** Is the sample workspace there? Asked in the sample, it speaks of itself. */
export async function readSample(ctx: Ctx): Promise<SampleView> {
  const workspaceId = (await ownerOfSample(ctx)) ?? ctx.workspaceId
  return presentSample(ctx, await findSample({ db: ctx.db, workspaceId }))
}

/** Whose sample this workspace is; null for real ones. */
export async function ownerOfSample(
  reader: Pick<Ctx, 'workspaceId' | 'db'>,
): Promise<string | null> {
  const row = await reader.db
    .selectFrom('workspaces')
    .select('sample_of')
    .where('id', '=', reader.workspaceId)
    .executeTakeFirst()
  return row?.sample_of ?? null
}
