/** The rollups, and what each case contributed to them. */
import type { Kind } from '../../contract/values.ts'

/** What one case contributes. */
export interface CaseFactsTable {
  workspace_id: string
  case_id: string
  day: string
  channel_id: string
  kind: Kind | ''
  category_id: string
  promise: 'running' | 'kept' | 'broken' | 'void'
  unanswered: boolean
  reply_bucket: number | null
  resolution_bucket: number | null
  score: number | null
}

export interface DailyCasesTable {
  workspace_id: string
  day: string
  channel_id: string
  kind: Kind | ''
  cases: number
  kept: number
  broken: number
  unanswered: number
}

export interface DailyCategoriesTable {
  workspace_id: string
  day: string
  channel_id: string
  category_id: string
  cases: number
}

export interface DailyDurationsTable {
  workspace_id: string
  day: string
  channel_id: string
  measure: 'reply' | 'resolution'
  bucket: number
  cases: number
}

export interface DailyScoresTable {
  workspace_id: string
  day: string
  channel_id: string
  score: number
  cases: number
}

export interface RollupStatesTable {
  workspace_id: string
  as_of: Date
}

declare module '../platform/db/database.ts' {
  interface Database {
    case_facts: CaseFactsTable
    daily_cases: DailyCasesTable
    daily_categories: DailyCategoriesTable
    daily_durations: DailyDurationsTable
    daily_scores: DailyScoresTable
    rollup_states: RollupStatesTable
  }
}
