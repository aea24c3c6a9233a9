/** Every kind of channel we have; one folder each. */
import type { ChannelKind } from '../../contract/values.ts'
import { apiChannel } from './api/channel.ts'
import type { Channel } from './channel.ts'
import { importChannel } from './import/channel.ts'
import { portalChannel } from './portal/channel.ts'

export const kinds: { readonly [K in ChannelKind]: Channel & { readonly kind: K } } = {
  portal: portalChannel,
  api: apiChannel,
  import: importChannel,
}
