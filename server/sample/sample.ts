/** Where a workspace's sample stands. */
import type { Selectable } from 'kysely'
import type { SampleView } from '../../contract/sample.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SamplesTable } from './tables.ts'
import './tables.ts'

export type Sample = Selectable<SamplesTable>
type Reader = Pick<Ctx, 'workspaceId' | 'db'>

/** Work that was not seen to go on for so long has stopped for good: asking again starts it anew. */
const stalledMs = 2 * 60_000

export async function findSample(reader: Reader): Promise<Sample | undefined> {
  return reader.db
    .selectFrom('samples')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .executeTakeFirst()
}

/** Two who press the button at once wait for each other here. */
export async function holdSample(reader: Reader): Promise<Sample | undefined> {
  return reader.db
    .selectFrom('samples')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .forUpdate()
    .executeTakeFirst()
}

export function isStalled(sample: Sample, now: Date): boolean {
  return now.getTime() - sample.touched_at.getTime() > stalledMs
}

export async function presentSample(ctx: Reader, sample: Sample | undefined): Promise<SampleView> {
  if (!sample) return { state: 'absent', slug: null, progress: 0 }
  const made = await ctx.db
    .selectFrom('workspaces')
    .select('slug')
    .where('id', '=', sample.sample_id)
    .executeTakeFirst()
  return {
    state: sample.state,
    slug: made?.slug ?? null,
    progress: sample.state === 'ready' ? 1 : sample.progress,
  }
}
