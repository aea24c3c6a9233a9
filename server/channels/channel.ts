/**
 * A channel is one configured connection through which words arrive; its kind is one folder here.
 * Behind every door stands feedback's `receiveFeedback` or `receiveMany`, so whatever the channel,
 * the same rules hold and the same things follow. What is said to customers leaves through
 * deliveries/: their track page shows it, and a mail follows where they left an address. A kind that
 * can carry an answer back by itself becomes one more way there.
 */
import type { ChannelKind, Locale } from '../../contract/values.ts'
import type { Binding } from '../platform/http/bind.ts'

export interface Channel {
  readonly kind: ChannelKind
  /** What the channel is called in a new workspace. */
  readonly firstName: Readonly<Record<Locale, string>>
  /** The doors words arrive by. */
  readonly arrive: readonly Binding[]
}
