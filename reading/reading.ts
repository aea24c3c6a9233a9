import type { Kind, Language, PersonalDataKind, Risk, Sentiment, Topic, Urgency } from './labels.ts'

/** Words found in the text and how much they weighed; positive weights speak for the label. */
export type Reason = { text: string; weight: number }

/** A label, how sure the engine is of it (0–1), and why. */
export type Judged<L> = { label: L; confidence: number; reasons: Reason[] }

/** Where personal data stands: UTF-16 offsets of the original text, end exclusive. */
export type Span = { kind: PersonalDataKind; start: number; end: number }

/** What understanding says of one text. */
export type Reading = {
  kind: Judged<Kind>
  /** When the text holds two kinds; `kind` is what the operator should act on first. */
  secondKind: Kind | null
  /** None to three, the main one first. */
  topics: Judged<Topic>[]
  /** The writer's attitude; intensity 0 (flat) to 1 (furious or delighted). */
  sentiment: Judged<Sentiment> & { intensity: number }
  urgency: Judged<Urgency>
  /** None to three, the surest first. */
  risks: Judged<Risk>[]
  /** At most eight, the most telling first. */
  keywords: string[]
  language: Language
  personalData: Span[]
  /** Version of the model that spoke. */
  model: string
  /** True when the engine is too unsure of the kind: a person should look (待人工). */
  abstained: boolean
}
