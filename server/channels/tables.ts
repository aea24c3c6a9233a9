/** The table of channels. */
import type { ChannelKind } from '../../contract/values.ts'

export interface ChannelsTable {
  workspace_id: string
  id: string
  kind: ChannelKind
  name: string
  active: boolean
  created_at: Date
}

declare module '../platform/db/database.ts' {
  interface Database {
    channels: ChannelsTable
  }
}
