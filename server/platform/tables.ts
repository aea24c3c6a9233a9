/** The tables of the ground floor. */
import type { EventType } from '../../contract/events.ts'
import type { Json } from './db/database.ts'

export interface EventActor {
  kind: 'member' | 'customer' | 'key' | 'system' | 'public'
  id: string | null
  name: string | null
}

export interface EventsTable {
  workspace_id: string
  id: string
  type: EventType
  /** Set for facts about a case; makes its timeline. */
  case_id: string | null
  data: Json<Record<string, unknown>>
  actor: Json<EventActor>
  at: Date
}

export interface OutboxTable {
  workspace_id: string
  event_id: string
}

export interface CountersTable {
  workspace_id: string
  name: string
  value: number
}

export interface IdempotencyKeysTable {
  workspace_id: string
  key: string
  endpoint: string
  request_hash: string
  reply: Json<unknown> | null
  status: number | null
  created_at: Date
}

export interface FilesTable {
  workspace_id: string
  id: string
  kind: 'image' | 'video' | 'log' | 'sheet'
  name: string
  mime: string
  size: number
  sha256: string
  width: number | null
  height: number | null
  storage_key: string
  created_at: Date
  attached_at: Date | null
}

export interface InstallationTable {
  id: number
  secret: string
  created_at: Date
}

declare module './db/database.ts' {
  interface Database {
    installation: InstallationTable
    events: EventsTable
    outbox: OutboxTable
    counters: CountersTable
    idempotency_keys: IdempotencyKeysTable
    files: FilesTable
  }
}
