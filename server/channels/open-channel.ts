/** Channels as they stand, remembered for seconds: intake asks with every request. */
import type { ChannelView } from '../../contract/channels.ts'
import type { ChannelKind } from '../../contract/values.ts'
import type { Arrival } from '../feedback/index.ts'
import { briefMemory } from '../platform/brief-memory.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>
const memory = briefMemory<ChannelView[] | null>({ most: 1000 })

/** The channel of a kind that words may arrive by. Throws NotFound when there is none. */
export async function openChannel(ctx: Reader, kind: ChannelKind): Promise<Arrival> {
  const known = (await channelsOf(ctx)).find((channel) => channel.kind === kind && channel.active)
  if (!known) throw new NotFound(`no active channel of kind ${kind}`)
  return { channelId: known.id, channelKind: kind }
}

/** Every channel, oldest first; may be some seconds old. */
export async function channelsOf(ctx: Reader): Promise<ChannelView[]> {
  const known = await memory.get(ctx.workspaceId, ctx.now(), async () => {
    const channels = await loadChannels(ctx)
    // None yet: set-up is under way.
    return channels.length === 0 ? null : channels
  })
  return known ?? []
}

export async function loadChannels(ctx: Reader): Promise<ChannelView[]> {
  const rows = await ctx.db
    .selectFrom('channels')
    .select(['id', 'kind', 'name', 'active', 'created_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('id')
    .execute()
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }))
}
