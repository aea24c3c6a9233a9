/** The tables of the assistant: its settings, what it used, and every text it wrote. */
import type {
  AiFailureCode,
  AssistantUse,
  MachineSource,
  SecondOpinion,
} from '../../contract/assistant.ts'
import type { Locale } from '../../contract/values.ts'
import type { Json } from '../platform/db/database.ts'

/** Absent: as in `settings.ts`, switched off. */
export interface AssistantSettingsTable {
  workspace_id: string
  active: boolean
  uses: AssistantUse[]
  day_tokens: number | null
  month_tokens: number | null
  label_answers: boolean
}

export interface AssistantUsageTable {
  workspace_id: string
  /** In the workspace's time zone. */
  day: string
  use: AssistantUse
  asked: number
  failed: number
  tokens: number
}

/** What it said: words for people, or labels. */
export interface MachineWords {
  text: string
  sources?: MachineSource[]
}
export type MachineOpinion = Omit<SecondOpinion, 'generator' | 'model' | 'at'>

export interface MachineTextsTable {
  workspace_id: string
  id: string
  use: AssistantUse
  /** The case, message or feedback it is about. */
  about_id: string
  case_id: string | null
  locale: Locale | null
  state: 'waiting' | 'ready' | 'failed'
  failure: AiFailureCode | null
  words: Json<MachineWords> | null
  opinion: Json<MachineOpinion> | null
  model: string | null
  prompt_hash: string | null
  /** The member who asked; null: it came by itself. */
  asked_by: string | null
  asked_at: Date
  /** Somebody is at it since. */
  claimed_at: Date | null
  /** Of drafts: the message it became, and how much of it was left as it was. */
  message_id: string | null
  unedited: boolean | null
  labelled: boolean | null
}

declare module '../platform/db/database.ts' {
  interface Database {
    assistant_settings: AssistantSettingsTable
    assistant_usage: AssistantUsageTable
    machine_texts: MachineTextsTable
  }
}
