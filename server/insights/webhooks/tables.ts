/** The tables of webhooks. */
import type { WebhookType } from '../../../contract/webhooks.ts'

export interface WebhooksTable {
  workspace_id: string
  id: string
  url: string
  active: boolean
  /** Grows with each rotation: the secret is made from it. */
  secret_round: number
  rotated_at: Date | null
  created_by: string | null
  created_at: Date
}

export interface WebhookDeliveriesTable {
  workspace_id: string
  id: string
  webhook_id: string
  event_id: string
  type: WebhookType
  /** As it is sent, to the letter: the signature is over it. */
  body: string
  state: 'waiting' | 'sent' | 'failed'
  attempts: number
  status: number | null
  error: string | null
  at: Date
  next_try_at: Date | null
}

declare module '../../platform/db/database.ts' {
  interface Database {
    webhooks: WebhooksTable
    webhook_deliveries: WebhookDeliveriesTable
  }
}
