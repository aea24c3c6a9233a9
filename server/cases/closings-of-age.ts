/** Closings whose customers' contact details have been kept long enough: which, and which are settled. */
import { sql } from 'kysely'
import type { Tx } from '../platform/ctx.ts'

export const closingsAtOnce = 200

export interface Closing {
  id: string
  customer_id: string
  /** As the database writes it: a Date is coarser. */
  closed_at: string
}

export const theFirst: Closing = {
  id: '00000000-0000-0000-0000-000000000000',
  customer_id: '',
  closed_at: '-infinity',
}

/** The condition is that of the index, word for word. Cases that somebody holds wait for the next night. */
export async function closingsOfAge(tx: Tx, before: Date, after: Closing): Promise<Closing[]> {
  const { rows } = await sql<Closing>`
    select id, customer_id, closed_at::text as closed_at from cases
    where workspace_id = ${tx.workspaceId}
      and closed_at is not null and (contacts_settled_at is null or contacts_settled_at < closed_at)
      and closed_at <= ${before} and (closed_at, id) > (${after.closed_at}::timestamptz, ${after.id}::uuid)
    order by closed_at, id limit ${closingsAtOnce} for update skip locked`.execute(tx.db)
  return rows
}

/** Who still has a case open, or closed too short a time ago. */
export async function customersWithLaterCases(
  tx: Tx,
  customerIds: string[],
  before: Date,
): Promise<Set<string>> {
  if (customerIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('cases')
    .select('customer_id')
    .distinct()
    .where('workspace_id', '=', tx.workspaceId)
    .where('customer_id', 'in', customerIds)
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>', before)]))
    .execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}

export interface OldCase {
  id: string
  customer_id: string
  import_id: string | null
}

export async function oldCasesOf(tx: Tx, customerIds: string[]): Promise<OldCase[]> {
  if (customerIds.length === 0) return []
  return tx.db
    .selectFrom('cases')
    .select(['id', 'customer_id', 'import_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('customer_id', 'in', customerIds)
    .execute()
}

/** Nothing is left to do about these. One that somebody holds is looked at again, and found settled. */
export async function settleClosings(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  await sql`
    update cases c set contacts_settled_at = ${tx.now()}
    from (
      select id from cases where workspace_id = ${tx.workspaceId} and id = any(${[...caseIds]}::uuid[])
      order by id for update skip locked
    ) held
    where c.workspace_id = ${tx.workspaceId} and c.id = held.id`.execute(tx.db)
}
