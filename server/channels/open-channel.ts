/** Channels as they stand, remembered for seconds: intake asks with every request. */
import type { ChannelView } from '../../contract/channels.ts'
import type { ChannelKind } from '../../contract/values.ts'
import type { Arrival } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'

/** What another process changed is noticed within this time. */
const memoryMs = 5000
const most = 1000

type Reader = Pick<Ctx, 'workspaceId' | 'db'>
const remembered = new Map<string, { at: number; channels: Promise<ChannelView[]> }>()

/** The channel of a kind that words may arrive by. Throws NotFound when there is none. */
export async function openChannel(ctx: Reader, kind: ChannelKind): Promise<Arrival> {
  const known = (await channelsOf(ctx)).find((channel) => channel.kind === kind && channel.active)
  if (!known) throw new NotFound(`no active channel of kind ${kind}`)
  return { channelId: known.id, channelKind: kind }
}

/** Every channel, oldest first; may be some seconds old. */
export function channelsOf(ctx: Reader): Promise<ChannelView[]> {
  const known = remembered.get(ctx.workspaceId)
  if (known && performance.now() - known.at < memoryMs) return known.channels
  const channels = loadChannels(ctx)
  if (remembered.size >= most) remembered.delete(remembered.keys().next().value as string)
  remembered.set(ctx.workspaceId, { at: performance.now(), channels })
  const forget = () => remembered.delete(ctx.workspaceId)
  // None yet: set-up is under way.
  channels.then((found) => found.length === 0 && forget(), forget)
  return channels
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
