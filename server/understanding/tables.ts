/** The table of understanding. */
import type { Kind, Sentiment, Urgency } from '../../contract/values.ts'
import type { Reading } from '../../reading/index.ts'
import type { Json } from '../platform/db/database.ts'

/** What the engine said; where personal data stands is not kept, for it is found again when needed. */
export type KeptReading = Omit<Reading, 'personalData'>

export interface ReadingsTable {
  workspace_id: string
  feedback_id: string
  kind: Kind
  sentiment: Sentiment
  urgency: Urgency
  risks: string[]
  reading: Json<KeptReading>
  model: string
  read_at: Date
}

declare module '../platform/db/database.ts' {
  interface Database {
    readings: ReadingsTable
  }
}
