/**
 * Who may come in, remembered for some seconds: sessions, memberships, keys, and workspaces by name.
 * What this process changes is forgotten at once; what another changed, within the memory's time.
 */
import type { Scope } from '../../contract/endpoint.ts'
import type { Role } from '../../contract/roles.ts'
import { Slug } from '../../contract/values.ts'
import { briefMemory } from '../platform/brief-memory.ts'
import type { Platform } from '../platform/platform.ts'

export interface Session {
  accountId: string
  expiresAt: Date
}

export interface Membership {
  workspaceId: string
  slug: string
  workspaceName: string
  sample: boolean
  memberId: string
  name: string
  role: Role
}

export interface KnownKey {
  name: string
  secretHash: string
  scopes: Scope[]
}

export interface Access {
  session(token: string): Promise<Session | null>
  /** Only those where the account is active; real workspaces first, then the oldest. */
  memberships(accountId: string): Promise<Membership[]>
  key(workspaceId: string, keyId: string): Promise<KnownKey | null>
  workspaceId(slug: string): Promise<string | null>
  forgetAccount(accountId: string): void
  forgetKey(keyId: string): void
  /** After some session ended. */
  forgetSessions(): void
  /** After workspaces came or went. */
  forgetAll(): void
}

const accesses = new WeakMap<Platform, Access>()

/** One per process. */
export function accessOf(platform: Platform): Access {
  const known = accesses.get(platform) ?? openAccess(platform)
  accesses.set(platform, known)
  return known
}

/** After a workspace came or went. */
export function forgetWorkspaces(platform: Platform): void {
  accessOf(platform).forgetAll()
}

function openAccess(platform: Platform): Access {
  const { db, now } = platform
  const sessions = briefMemory<Session | null>()
  const memberships = briefMemory<Membership[] | null>()
  const keys = briefMemory<KnownKey | null>()
  const workspaces = briefMemory<string | null>()

  return {
    session: (token) =>
      sessions.get(token, now(), async () => {
        const row = await db
          .selectFrom('sessions')
          .select(['account_id', 'expires_at'])
          .where('token', '=', token)
          .executeTakeFirst()
        return row ? { accountId: row.account_id, expiresAt: row.expires_at } : null
      }),
    memberships: async (accountId) =>
      (await memberships.get(accountId, now(), () => loadMemberships(platform, accountId))) ?? [],
    key: (workspaceId, keyId) =>
      keys.get(keyId, now(), async () => {
        const row = await db
          .selectFrom('api_keys')
          .select(['name', 'secret_hash', 'scopes'])
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', keyId)
          .where('revoked_at', 'is', null)
          .executeTakeFirst()
        return row ? { name: row.name, secretHash: row.secret_hash, scopes: row.scopes } : null
      }),
    workspaceId: (slug) =>
      workspaces.get(slug, now(), async () => {
        // A query string may hold anything, even what PostgreSQL cannot.
        if (!Slug.safeParse(slug).success) return null
        const row = await db
          .selectFrom('workspaces')
          .select('id')
          .where('slug', '=', slug)
          .executeTakeFirst()
        return row?.id ?? null
      }),
    forgetAccount: (accountId) => memberships.forget(accountId),
    forgetKey: (keyId) => keys.forget(keyId),
    forgetSessions: () => sessions.clear(),
    forgetAll() {
      for (const memory of [sessions, memberships, keys, workspaces]) memory.clear()
    },
  }
}

async function loadMemberships(
  platform: Platform,
  accountId: string,
): Promise<Membership[] | null> {
  const rows = await platform.db
    .selectFrom('memberships as s')
    .innerJoin('workspaces as w', 'w.id', 's.workspace_id')
    .innerJoin('members as m', (join) =>
      join
        .onRef('m.workspace_id', '=', 's.workspace_id')
        .onRef('m.account_id', '=', 's.account_id'),
    )
    .select([
      'w.id',
      'w.slug',
      'w.name as workspace_name',
      'w.sample_of',
      'm.id as member_id',
      'm.name',
      'm.role',
    ])
    .where('s.account_id', '=', accountId)
    .where('m.active', '=', true)
    .orderBy((eb) => eb('w.sample_of', 'is not', null))
    .orderBy('w.created_at')
    .execute()
  if (rows.length === 0) return null
  return rows.map((row) => ({
    workspaceId: row.id,
    slug: row.slug,
    workspaceName: row.workspace_name,
    sample: row.sample_of !== null,
    memberId: row.member_id,
    name: row.name,
    role: row.role,
  }))
}
