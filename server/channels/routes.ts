import { listChannels as endpoint } from '../../contract/channels.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { kinds } from './kinds.ts'
import { listChannels } from './list-channels.ts'

export const channelsRoutes: Binding[] = [
  bind(endpoint, listChannels),
  ...Object.values(kinds).flatMap(({ arrive }): readonly Binding[] => arrive),
]
