/** The table of deliveries: everything told to a customer, and each way it leaves by. */
import type { Selectable } from 'kysely'
import type { Default, Json } from '../../platform/db/database.ts'

export interface SurveyQuestions {
  score: string
  scoreEn: string
}

export interface DeliveriesTable {
  workspace_id: string
  id: string
  what: 'message' | 'survey'
  /** The message, or the invitation. */
  about_id: string
  /** Bears the id of the feedback that opened it. */
  case_id: string
  customer_id: string
  by: 'track_page' | 'mail'
  state: 'waiting' | 'sent' | 'failed'
  error: string | null
  /** Signed, for what one address shall not get again: of receipts it, of releases it and the release. */
  to_hash: string | null
  questions: Json<SurveyQuestions> | null
  /** Tries the mail server did not take. */
  attempts: Default<number>
  /** A sender is at it since then; one that never comes back was interrupted. */
  claimed_at: Date | null
  interruptions: Default<number>
  /** While it waits: not before then; null when it leaves within the mail of an answer. */
  next_try_at: Date | null
  at: Date
}

export type Delivery = Selectable<DeliveriesTable>

declare module '../../platform/db/database.ts' {
  interface Database {
    deliveries: DeliveriesTable
  }
}
