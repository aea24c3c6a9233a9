/**
 * What every action is handed: whose workspace, who acts, the database, the clock. Nothing is
 * ambient. Inside `write` there is no mail, no HTTP and no file store: a network call inside a
 * transaction does not compile.
 */
import type { Kysely, Transaction } from 'kysely'
import type { EventData, EventType } from '../../contract/events.ts'
import type { Permission, Role } from '../../contract/roles.ts'
import type { LanguageModel } from './ai/language-model.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { FileStore } from './files/store.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail/mailer.ts'

/** Who acts. */
export interface Actor {
  kind: 'member' | 'customer' | 'key' | 'system' | 'public'
  /** Member, API key or feedback id; null for the system and the unknown. */
  id: string | null
  /** As shown in the timeline. */
  name: string | null
  /** Of members. */
  role: Role | null
  /** What this actor is permitted; the system everything, customers and public nothing. */
  permits(permission: Permission): boolean
}

export interface Scene {
  readonly workspaceId: string
  readonly actor: Actor
  now(): Date
  newId(): string
}

export interface Ctx extends Scene {
  /** Reads; every query must pin workspace_id (see db/guard.ts). */
  readonly db: Kysely<Database>
  /** One transaction: the change and the events it records, all or nothing. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** For intake, which states its events in its own statement: wakes what turns them into jobs. */
  readonly announce: () => void
  readonly files: FileStore
  /** Null when no SMTP server is configured. */
  readonly mail: Mailer | null
  /** Null when the operator has no language model; asked through assistant/ only. */
  readonly ai: LanguageModel | null
  readonly log: Log
  readonly config: Config
  /** Signs links and tickets (ids.ts signedCode). */
  readonly secret: string
}

export interface Tx extends Scene {
  readonly db: Transaction<Database>
  readonly secret: string
  /** States a fact, in this transaction; its reactions follow (journey.ts). Returns the event's id. */
  record<T extends EventType>(type: T, data: EventData<T>): string
}

export const system: Actor = {
  kind: 'system',
  id: null,
  name: null,
  role: null,
  permits: () => true,
}
export const anyone: Actor = {
  kind: 'public',
  id: null,
  name: null,
  role: null,
  permits: () => false,
}
