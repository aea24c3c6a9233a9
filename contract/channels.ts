/** Where words arrive and leave. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ChannelKind, Id, Moment } from './values.ts'

export const ChannelView = z.object({
  id: Id,
  kind: ChannelKind,
  name: z.string(),
  active: z.boolean(),
  createdAt: Moment,
})
export type ChannelView = z.infer<typeof ChannelView>

export const listChannels = endpoint({
  id: 'channels.list',
  method: 'GET',
  path: '/api/v1/channels',
  audience: 'member',
  permission: 'workspace.read',
  scope: 'cases:read',
  summary: 'Every channel of the workspace',
  reply: z.object({
    items: z.array(ChannelView),
    /** Can answers leave by mail? */ mail: z.boolean(),
  }),
})
