import { sql } from 'kysely'
import type { Tx } from '../platform/ctx.ts'
import { refusalCode } from './survey-refusals.ts'

/**
 * Of these customers, those whom nobody is writing to or taking words from just now; they stay as they
 * are until the transaction ends. What identifies them again waits, and then looks anew.
 */
export async function holdCustomers(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('customers')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * Forgets how these customers are reached and called: name, e-mail and phone, proven or not. The ids by
 * which the operator's own system knows them stay, and so does the wish not to be surveyed.
 */
export async function eraseContacts(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return
  const gone = await tx.db
    .deleteFrom('identities')
    .where('workspace_id', '=', tx.workspaceId)
    .where('customer_id', 'in', [...customerIds])
    .where('kind', 'in', ['email', 'phone'])
    .returning(['customer_id', 'kind', 'value'])
    .execute()
  const nameless = await tx.db
    .updateTable('customers')
    .set({ name: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...customerIds])
    .returning(['id', 'surveys_declined_at'])
    .execute()
  const declined = new Map(nameless.map((row) => [row.id, row.surveys_declined_at]))
  const refusals = gone.flatMap(({ customer_id, ...address }) => {
    const at = declined.get(customer_id)
    return at ? [{ code: refusalCode(tx, address), at }] : []
  })
  if (refusals.length === 0) return
  await sql`
    insert into survey_refusals (workspace_id, address_code, declined_at)
    select ${tx.workspaceId}::uuid, code, at
    from jsonb_to_recordset(${JSON.stringify(refusals)}::jsonb) as r(code text, at timestamptz)
    on conflict (workspace_id, address_code) do nothing`.execute(tx.db)
}
