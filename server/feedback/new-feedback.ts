/** What arrives, and what became of it. */
import type { ChannelKind, Entry } from '../../contract/values.ts'
import type { Author } from '../customers/index.ts'
import type { FeedbackContext } from './tables.ts'

/** Something a customer said, by whatever channel. */
export interface NewFeedback {
  entry: Entry
  text: string
  categoryId?: string | null
  /** Answers to the category's template, by field key. Left out where nobody was asked (imports). */
  fields?: Record<string, string>
  context?: FeedbackContext
  author?: Author
  /** Tickets of uploaded files. */
  evidence?: readonly string[]
  /** When it was said, if before now. */
  saidAt?: Date
  /** Now unless said: a sample has a past. */
  receivedAt?: Date
  /** The case is opened already closed, as a record of the past. */
  history?: boolean
  /** The same key on the same channel twice is one feedback. At most 300 characters. */
  submissionKey?: string
  /** sha256 of the request: under the same key another one is refused (Idempotency-Key). */
  requestHash?: string
}

/** By which channel it arrives. */
export interface Arrival {
  channelId: string
  channelKind: ChannelKind
  importId?: string
}

/** What the customer is told: the number, when we got it, by when we promise an answer. */
export interface Taken {
  feedbackId: string
  number: number
  receivedAt: Date
  promisedAt: Date
}

export interface Rejected {
  state: 'rejected'
  code: string
  /** The property of NewFeedback at fault: `text`, `fields.steps`, `author.email`, … */
  field: string
}

export type Outcome = ({ state: 'accepted' | 'repeated' } & Taken) | Rejected
