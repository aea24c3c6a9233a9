/** The tables of understanding. */
import type { Part } from '../../contract/understanding.ts'
import type { Kind, Sentiment, Urgency } from '../../contract/values.ts'
import type { Reading } from '../../reading/index.ts'
import type { Json } from '../platform/db/database.ts'
import type { EventActor } from '../platform/tables.ts'

/** What the engine said; where personal data stands is not kept, for it is found again when needed. */
export type KeptReading = Omit<Reading, 'personalData'>

export interface ReadingsTable {
  workspace_id: string
  feedback_id: string
  /** What the engine said, or a person who put it right; so are the next three. */
  kind: Kind
  sentiment: Sentiment
  urgency: Urgency
  risks: string[]
  /** What the engine said. */
  reading: Json<KeptReading>
  model: string
  read_at: Date
}

/** What a person says of one part of a reading. */
export interface JudgementsTable {
  workspace_id: string
  id: string
  feedback_id: string
  part: Part
  /** Labels the model had given. */
  said: string[]
  said_right: boolean
  labels: string[]
  model: string
  abstained: boolean
  by: Json<EventActor>
  at: Date
  /** Taken back, or replaced by a later one. */
  undone_at: Date | null
}

/** Of one part of the readings: how many texts, and how many of them were read right. */
export interface Tried {
  part: Part
  texts: number
  right: number
  rightBefore: number
}

/** Labels by part. */
export type Saying = Partial<Record<Part, string[]>>

/** What a version, and the shipped model, say of each text without having learned from it. */
export type Sayings = Record<string, { own: Saying; shipped: Saying }>

/** Versions of a workspace's own model. 0, the shipped one, has no row. */
export interface OwnModelsTable {
  workspace_id: string
  version: number
  made_at: Date
  learned_until: Date
  shipped: string
  lessons: number
  promoted: boolean
  replay: Json<Tried[]>
  /** By feedback. */
  sayings: Json<Sayings>
  weights: Buffer
}

export interface ModelStatesTable {
  workspace_id: string
  version: number
  /** Lessons from then on are learned at once, beside what the version holds. */
  lessons_from: Date
  /** A person chose the version: nights make no other until they are let. */
  held: boolean
  changed_at: Date
  changed_by: Json<EventActor>
}

export interface ReadingDaysTable {
  workspace_id: string
  day: string
  readings: number
  abstained: number
}

declare module '../platform/db/database.ts' {
  interface Database {
    readings: ReadingsTable
    judgements: JudgementsTable
    own_models: OwnModelsTable
    model_states: ModelStatesTable
    reading_days: ReadingDaysTable
  }
}
