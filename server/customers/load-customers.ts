import { sql } from 'kysely'
import type { Locale } from '../../contract/values.ts'
import type { Ctx } from '../platform/ctx.ts'
import { maskIdentity } from './identity.ts'
import type { IdentityKind } from './tables.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db'>

/** A customer as members see them. */
export interface CustomerCard {
  id: string
  name: string | null
  locale: Locale | null
  surveysDeclined: boolean
  firstSeenAt: Date
  /** Contact details, masked. */
  identities: { kind: IdentityKind; masked: string }[]
}

export async function loadCustomers(
  ctx: Reader,
  ids: readonly string[],
): Promise<Map<string, CustomerCard>> {
  if (ids.length === 0) return new Map()
  const [rows, identities] = await Promise.all([
    ctx.db
      .selectFrom('customers')
      .select(['id', 'name', 'locale', 'surveys_declined_at', 'created_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', 'in', [...ids])
      .execute(),
    identitiesOfCustomers(ctx, ids),
  ])
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        locale: row.locale,
        surveysDeclined: row.surveys_declined_at !== null,
        firstSeenAt: row.created_at,
        identities: identities
          .filter(({ customer_id }) => customer_id === row.id)
          .map(({ kind, value }) => ({ kind, masked: maskIdentity(kind, value) })),
      },
    ]),
  )
}

/** Names only, for lists. */
export async function customerNames(
  ctx: Reader,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** How a customer can be reached from our side. */
export interface Contacts {
  email: string | null
  name: string | null
  locale: Locale | null
  surveysDeclined: boolean
}

export async function contactsOf(
  ctx: Reader,
  customerIds: readonly string[],
): Promise<Map<string, Contacts>> {
  if (customerIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('customers as c')
    .leftJoin('identities as i', (join) =>
      join
        .onRef('i.workspace_id', '=', 'c.workspace_id')
        .onRef('i.customer_id', '=', 'c.id')
        .on('i.kind', '=', 'email'),
    )
    .select(['c.id', 'c.name', 'c.locale', 'c.surveys_declined_at', 'i.value as email'])
    .where('c.workspace_id', '=', ctx.workspaceId)
    .where(sql<boolean>`c.id = any(${[...customerIds]}::uuid[])`)
    // Of several addresses the newest proven one, else the newest, stays in the map.
    .orderBy('i.proven')
    .orderBy('i.created_at')
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        email: row.email,
        name: row.name,
        locale: row.locale,
        surveysDeclined: row.surveys_declined_at !== null,
      },
    ]),
  )
}

/** Contact details as they are. Whoever asks must have recorded who looked. */
export async function revealIdentities(
  ctx: Reader,
  customerId: string,
): Promise<{ kind: IdentityKind; value: string }[]> {
  const rows = await identitiesOfCustomers(ctx, [customerId])
  return rows.map(({ kind, value }) => ({ kind, value }))
}

/** Customers whose phone number ends with these digits, at most `limit`. */
export async function customersByPhoneEnding(
  ctx: Reader,
  digits: string,
  limit = 200,
): Promise<string[]> {
  if (!/^\d{4,15}$/.test(digits)) return []
  const backwards = [...digits].reverse().join('')
  const rows = await ctx.db
    .selectFrom('identities')
    .select('customer_id')
    .distinct()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kind', '=', 'phone')
    .where((eb) => eb(eb.fn<string>('reverse', ['value']), 'like', `${backwards}%`))
    .limit(limit)
    .execute()
  return rows.map((row) => row.customer_id)
}

function identitiesOfCustomers(ctx: Reader, ids: readonly string[]) {
  return ctx.db
    .selectFrom('identities')
    .select(['customer_id', 'kind', 'value'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', 'in', [...ids])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
