/**
 * A channel is one configured connection through which words arrive or leave; its kind is one folder
 * here. A kind says how words arrive, and, where the connection can carry an answer back to the
 * customer by itself, how words leave. Words that cannot leave by their channel are read on the
 * track page, and go out by mail when the customer left an address (deliver-message.ts).
 */
import type { ChannelKind, Locale } from '../../contract/values.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Binding } from '../platform/http/bind.ts'

export interface Channel {
  readonly kind: ChannelKind
  /** What the channel is called in a new workspace. */
  readonly firstName: Readonly<Record<Locale, string>>
  /** The doors words arrive by. Behind each stands feedback's `receiveFeedback` or `receiveMany`. */
  readonly arrive: readonly Binding[]
  /** Hands a message to the outside world; rejects when that may be tried again. No transaction is open. */
  readonly deliver?: (ctx: Ctx, outgoing: Outgoing) => Promise<void>
}

/** Words to one customer. */
export interface Outgoing {
  messageId: string
  caseId: string
  customerId: string
  /** The customer's receipt number. */
  number: number
  text: string
  locale: Locale
  trackUrl: string
}
