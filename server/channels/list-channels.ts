import type { listChannels as endpoint } from '../../contract/channels.ts'
import type { ReplyOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadChannels } from './open-channel.ts'

/** Every channel of the workspace, and whether answers can leave by mail. */
export async function listChannels(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  return { items: await loadChannels(ctx), mail: ctx.mail !== null }
}
