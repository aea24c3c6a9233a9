/** The tables of feedback: what customers say, and what is said in return. */

import type { TemplateField } from '../../contract/categories.ts'
import type { Answered } from '../../contract/feedback.ts'
import type { ChannelKind, Entry } from '../../contract/values.ts'
import type { Author } from '../customers/index.ts'
import type { Json } from '../platform/db/database.ts'

export interface TemplatesTable {
  workspace_id: string
  id: string
  name: string
  name_en: string | null
  fields: Json<TemplateField[]>
  created_at: Date
}

export interface CategoriesTable {
  workspace_id: string
  id: string
  entry: Entry
  name: string
  name_en: string | null
  template_id: string | null
  /** Who gets cases of this category. */
  team_id: string | null
  assignee_id: string | null
  position: number
  archived_at: Date | null
}

/** What the face or the source knows about the situation. */
export type FeedbackContext = Record<string, string | number | boolean>

/**
 * Immutable, but for contact details, which are erased when they have been kept as long as promised, and
 * for all of it when the customer asks for deletion (redact-feedback.ts).
 */
export interface FeedbackTable {
  workspace_id: string
  id: string
  /** The human number; a case opened by this feedback carries the same. */
  number: number
  channel_id: string
  channel_kind: ChannelKind
  import_id: string | null
  /** The same key on the same channel twice is one feedback. */
  submission_key: string | null
  /** What was asked under an Idempotency-Key; another request under it is refused. */
  request_hash: string | null
  entry: Entry
  category_id: string | null
  text: string
  fields: Json<Answered[]>
  context: Json<FeedbackContext>
  author: Json<Author>
  said_at: Date
  received_at: Date
  promised_at: Date
  /** The case is opened already closed, as a record of the past. */
  history: boolean
}

export type MessageDirection = 'in' | 'out' | 'note' | 'notice'

/** A notice is words of the system: which ones, and their values; every face says it in its language. */
export interface Notice {
  name: string
  values: Record<string, string | number | boolean | null>
}

export interface MessagesTable {
  workspace_id: string
  id: string
  case_id: string
  direction: MessageDirection
  /** Who wrote it; null for customers and the system. */
  member_id: string | null
  text: string
  notice: Json<Notice> | null
  submission_key: string | null
  at: Date
}

export interface EvidenceTable {
  workspace_id: string
  id: string
  file_id: string
  feedback_id: string | null
  message_id: string | null
  position: number
}

declare module '../platform/db/database.ts' {
  interface Database {
    templates: TemplatesTable
    categories: CategoriesTable
    feedback: FeedbackTable
    messages: MessagesTable
    evidence: EvidenceTable
  }
}
