/** The tables of the radar: what is counted, what is usual, the alerts, and what people taught it. */
import type { AlertState } from '../../../contract/radar.ts'
import type { Json } from '../../platform/db/database.ts'
import type { Found } from './found.ts'

/** What one case contributes. */
export interface RadarCasesTable {
  workspace_id: string
  case_id: string
  at: Date
  customer_id: string
  channel_id: string
  /** '' where nothing is known, as of the next two. */
  version: string
  platform: string
  region: string
  /** Every series it counts in. */
  watched: string[]
  /** Of the order it speaks of, in cents. */
  amount: number | null
}

export type Grain = 'five_minutes' | 'hour' | 'day'

export interface RadarCountsTable {
  workspace_id: string
  grain: Grain
  watched: string
  at: Date
  channel_id: string
  version: string
  platform: string
  region: string
  cases: number
}

export interface RadarStatesTable {
  workspace_id: string
  /** Finer counts before these are gone. */
  five_minutes_from: Date
  hours_from: Date
  looked_at: Date | null
}

/** How the cases of a series were spread over slices, `channel=…`, lately. */
export interface Shares {
  cases: number
  slices: Record<string, number>
}

export interface RadarBaselinesTable {
  workspace_id: string
  watched: string
  made_at: Date
  rates: number[]
  hour_spread: number
  day_spread: number
  shares: Json<Shares>
}

export interface AlertsTable {
  workspace_id: string
  id: string
  watched: string
  state: AlertState
  began_at: Date
  raised_at: Date
  /** When it was last far above what is usual. */
  seen_at: Date
  ended_at: Date | null
  snoozed_until: Date | null
  decided_by: string | null
  decided_at: Date | null
  problem_id: string | null
  found: Json<Found>
}

/** People said that such a height is no problem; it wears off: see lifts.ts. */
export interface RadarLiftsTable {
  workspace_id: string
  watched: string
  alert_id: string
  times: number
  member_id: string | null
  at: Date
}

export interface RadarSettingsTable {
  workspace_id: string
  active: boolean
  least_customers: number
}

export interface AlertRecipientsTable {
  workspace_id: string
  member_id: string
}

export interface AlertMailsTable {
  workspace_id: string
  alert_id: string
  member_id: string
  at: Date
}

declare module '../../platform/db/database.ts' {
  interface Database {
    radar_cases: RadarCasesTable
    radar_counts: RadarCountsTable
    radar_states: RadarStatesTable
    radar_baselines: RadarBaselinesTable
    alerts: AlertsTable
    radar_lifts: RadarLiftsTable
    radar_settings: RadarSettingsTable
    alert_recipients: AlertRecipientsTable
    alert_mails: AlertMailsTable
  }
}
