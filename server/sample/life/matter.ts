/** What the sentences in words/ are made of. */
import type { Resolution } from '../../../contract/cases.ts'
import type { Entry } from '../../../contract/values.ts'

/**
 * A sentence with choices `[a|b|c]` (an empty choice may be among them) and slots `<days>`. Within
 * one case a slot always has the same value.
 */
export type Line = string

/** How whoever writes of it feels. */
export const tempers = ['calm', 'annoyed', 'angry', 'glad', 'keen'] as const
export type Temper = (typeof tempers)[number]

/** One thing people write about, with the talk that fits it. */
export interface Matter {
  key: string
  entry: Entry
  temper: Temper
  /** How often, beside the others. */
  weight: number
  /** Name in the presets of this kind of business. */
  category: string
  threads: readonly Thread[]
  /** Further sentences that may follow whatever thread. */
  more: readonly Line[]
  /** Notes among the team. */
  notes: readonly Line[]
  /** In English, and its answers. */
  en: readonly Line[]
  enAnswers: readonly Line[]
  /** Answers to the category's form, by field key. */
  fields: Fields
  /** How it usually ends. */
  endsAs: readonly Ending[]
}

export type Fields = Readonly<Record<string, readonly Line[]>>
export type Ending = Exclude<Resolution, 'withdrawn' | 'duplicate' | 'no_reply'>

/** One turn the matter takes: what is said, and what can be answered to exactly that. */
export interface Thread {
  /** First sentences; each says by itself what it is about. */
  opens: readonly Line[]
  /** Further sentences that fit only here. */
  more: readonly Line[]
  /** What the team needs to know, and the customer's reply to it. */
  question: Line | null
  reply: Line | null
  answers: readonly Line[]
  fields: Fields
}

/** A cause behind many cases, and how it went. Days are counted back from now. */
export interface ProblemStory {
  title: string
  description: string
  /** Keys of the matters; `key/word`: only the turns that mention the word. */
  matters: readonly string[]
  fromDay: number
  /** How much more often its matters come while it lasts. */
  boost: number
  /** Share of those cases that the team links to it. */
  share: number
  state: 'open' | 'fixing' | 'fixed' | 'dropped'
  /** Name of the release that fixed it, or is to. */
  release?: string
  /** Team key of who looks after it. */
  owner: string
}

export interface ReleaseStory {
  name: string
  notes: string
  /** Null: in preparation. */
  day: number | null
}

export interface Story {
  /** What the operator calls the channel their own app feeds. */
  appChannel: string
  /** Versions customers had, newest first. */
  versions: readonly { name: string; day: number }[]
  problems: readonly ProblemStory[]
  releases: readonly ReleaseStory[]
  /** The three days on which everything went wrong: the matter nobody wrote of before. */
  incident: { matter: string; problem: ProblemStory; version: string; release: ReleaseStory }
  slots: Readonly<Record<string, readonly Line[]>>
}

export interface BusinessWords {
  matters: readonly Matter[]
  outage: Matter
  story: Story
}
