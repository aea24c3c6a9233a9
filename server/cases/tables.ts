/** The tables of cases. */

import type { GeneratedAlways } from 'kysely'
import type { CaseState, PromiseState, Resolution } from '../../contract/cases.ts'
import type { Entry, Kind, Priority, Sentiment, Urgency } from '../../contract/values.ts'

export interface CasesTable {
  workspace_id: string
  /** That of the feedback that opened it: opening it again changes nothing. */
  id: string
  number: number
  feedback_id: string
  customer_id: string
  channel_id: string
  import_id: string | null
  entry: Entry
  category_id: string | null
  /** First words, personal data masked. */
  title: string
  /** From the reading, as are the next three. */
  kind: Kind | null
  sentiment: Sentiment | null
  urgency: Urgency | null
  risks: string[]
  state: CaseState
  resolution: Resolution | null
  priority: Priority
  /** A person decided; what the texts say no longer changes it. */
  priority_decided: boolean
  team_id: string | null
  assignee_id: string | null
  /** Number and title stand here too, so that a list needs nothing from the domain to the right. */
  problem_id: string | null
  problem_number: number | null
  problem_title: string | null
  /** The situation, where it was told: see feedback/circumstances.ts. Of the app or page. */
  app_version: string | null
  platform: string | null
  device: string | null
  region: string | null
  order_no: string | null
  amount: number | null
  urges: number
  urged_at: Date | null
  opened_at: Date
  /** The newest thing said or done. */
  active_at: Date
  /** The customer's newest message. */
  last_in_id: string | null
  first_reply_at: Date | null
  promised_at: Date
  promise: PromiseState
  closed_at: Date | null
  /** The customer said so: true solved, false not. */
  confirmed: boolean | null
  confirmed_at: Date | null
  /** Of the answered survey, 1–5. */
  score: number | null
  score_comment: string | null
  scored_at: Date | null
  /** A survey that waits for the customer, until when. */
  survey_token: string | null
  survey_until: Date | null
  version: number
  /** Nothing is left to do about contact details for the closing before: see erase-contacts.ts. */
  contacts_settled_at: Date | null
  /** The customer asked for deletion, which nobody has decided on yet. */
  erasure_asked_at: Date | null
  /** All that had been said until then was deleted, as the customer asked. */
  redacted_at: Date | null
  /** Opened again, it is owed another answer until then; null: the first promise is all there is. */
  answer_due_at: Date | null
  /** When our next answer is due: the one above, or the promised one. */
  due_at: GeneratedAlways<Date>
  /** What is owed comes first: 0 we owe an answer, 1 answered, 2 closed. */
  due_rank: GeneratedAlways<number>
}

/** Feedback that joined a case which was open already. */
export interface CaseFeedbackTable {
  workspace_id: string
  feedback_id: string
  number: number
  case_id: string
  /** The message its words became. */
  message_id: string
}

/** What a search looks through. */
export interface CaseTextsTable {
  workspace_id: string
  case_id: string
  /** Normalised, one line per thing said. */
  text: string
  terms: string
}

/** Cases that another part of the house holds together, such as an alert. */
export interface GatheredCasesTable {
  workspace_id: string
  gathering_id: string
  case_id: string
}

declare module '../platform/db/database.ts' {
  interface Database {
    cases: CasesTable
    case_feedback: CaseFeedbackTable
    case_texts: CaseTextsTable
    gathered_cases: GatheredCasesTable
  }
}
