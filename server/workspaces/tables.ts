/** The tables of workspaces, and better-auth's, which it fills by our names. */

import type { Calendar } from '../../contract/calendar.ts'
import type { Scope } from '../../contract/endpoint.ts'
import type { Role } from '../../contract/roles.ts'
import type { Business, Locale } from '../../contract/values.ts'
import type { Default, Json } from '../platform/db/database.ts'

export interface WorkspacesTable {
  id: string
  slug: string
  name: string
  business: Business
  time_zone: string
  locale: Locale
  /** The workspace this one is the sample of; null for real ones. */
  sample_of: string | null
  /** Working minutes to a first answer. */
  promise_minutes: number
  /** 0–1 */
  reply_goal: number
  contact_retention_days: number
  greeting: string
  created_at: Date
}

export interface AccountsTable {
  id: string
  name: string
  email: string
  email_verified: Default<boolean>
  image: string | null
  two_factor_enabled: Default<boolean>
  created_at: Date
  updated_at: Date
}

export interface SessionsTable {
  id: string
  account_id: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: Date
  updated_at: Date
}

export interface CredentialsTable {
  id: string
  account_id: string
  /** `credential` for a password */
  provider_id: string
  provider_account_id: string
  /** Hash, by better-auth (scrypt). */
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  created_at: Date
  updated_at: Date
}

export interface VerificationsTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: Date
  updated_at: Date
}

export interface TwoFactorsTable {
  id: string
  account_id: string
  secret: string
  backup_codes: string
  verified: Default<boolean>
  failed_verification_count: Default<number>
  locked_until: Date | null
}

/** What is counted to slow guessing, and codes of the second step that were used. */
export interface SignInAttemptsTable {
  id: string
  key: string
  count: number
  last_request: number
}

export interface MembersTable {
  workspace_id: string
  id: string
  /** `nobody:…` for the made-up members of a sample, who can never sign in. */
  account_id: string
  name: string
  email: string
  role: Role
  active: boolean
  joined_at: Date
  /** To the minute or so. */
  last_seen_at: Date | null
}

export interface MembershipsTable {
  account_id: string
  workspace_id: string
}

export interface InvitationsTable {
  workspace_id: string
  id: string
  role: Role
  /** Only this address may accept; null: whoever has the link. */
  email: string | null
  /** sha256 of the secret part of the link */
  secret_hash: string
  invited_by: string
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
}

export interface TeamsTable {
  workspace_id: string
  id: string
  name: string
  created_at: Date
}

export interface TeamMembersTable {
  workspace_id: string
  team_id: string
  member_id: string
}

export interface CalendarsTable {
  workspace_id: string
  hours: Json<Calendar>
  changed_at: Date
}

export interface ApiKeysTable {
  workspace_id: string
  id: string
  name: string
  /** First characters, to tell keys apart. */
  start: string
  /** sha256 of the secret part */
  secret_hash: string
  scopes: Scope[]
  created_by: string
  created_at: Date
  /** To the minute. */
  last_used_at: Date | null
  revoked_at: Date | null
}

declare module '../platform/db/database.ts' {
  interface Database {
    workspaces: WorkspacesTable
    accounts: AccountsTable
    sessions: SessionsTable
    credentials: CredentialsTable
    verifications: VerificationsTable
    two_factors: TwoFactorsTable
    sign_in_attempts: SignInAttemptsTable
    members: MembersTable
    memberships: MembershipsTable
    invitations: InvitationsTable
    teams: TeamsTable
    team_members: TeamMembersTable
    calendars: CalendarsTable
    api_keys: ApiKeysTable
  }
}
