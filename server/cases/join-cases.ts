/**
 * Feedback that joins: a customer whom we surely know, and who has a case open in the same category
 * from the last month, goes on with that case. Imported rows never join, so that rows in are cases;
 * and nothing joins what an import brought, so that taking the import back takes nothing else.
 */
import { sql } from 'kysely'
import { addMessages, type FeedbackFacts } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { holdCase, saveCase } from './case.ts'
import { addToCaseText } from './case-texts.ts'
import { add } from './procedure.ts'

const joinsWithinMs = 30 * 24 * 60 * 60 * 1000

/** What a guest typed proves nothing, and may be another person's address. */
export function mayJoin({ author, channelKind, history }: FeedbackFacts): boolean {
  if (history || channelKind === 'import') return false
  const byId = author.openid ?? author.unionid ?? author.external
  const byAddress = author.vouched === true ? (author.email ?? author.phone) : undefined
  return (byId ?? byAddress) !== undefined
}

/** One batch at a time for each customer: two at once would each open a case. */
export async function meetAtTheirCustomers(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return
  const keys = [...new Set(customerIds)].map((id) => `${tx.workspaceId} ${id}`).sort()
  await sql`
    select pg_advisory_xact_lock(hashtextextended(key, 0))
    from (select key from unnest(${keys}::text[]) as key order by key) as ordered`.execute(tx.db)
}

export interface OpenCases {
  find(customerId: string, one: FeedbackFacts): string | undefined
  add(customerId: string, one: FeedbackFacts): void
}

/** The newest open case of each customer and category. */
export async function findOpenCases(tx: Tx, customerIds: readonly string[]): Promise<OpenCases> {
  const newest = new Map<string, { id: string; openedAt: Date }>()
  const key = (customerId: string, categoryId: string | null) => `${customerId} ${categoryId ?? ''}`
  if (customerIds.length > 0) {
    const rows = await tx.db
      .selectFrom('cases')
      .select(['id', 'customer_id', 'category_id', 'opened_at'])
      .where('workspace_id', '=', tx.workspaceId)
      .where('customer_id', 'in', [...new Set(customerIds)])
      .where('state', '<>', 'closed')
      .where('import_id', 'is', null)
      .orderBy('opened_at')
      .orderBy('id')
      .execute()
    for (const row of rows)
      newest.set(key(row.customer_id, row.category_id), { id: row.id, openedAt: row.opened_at })
  }
  return {
    find(customerId, one) {
      const found = newest.get(key(customerId, one.categoryId))
      if (!found) return undefined
      const age = one.receivedAt.getTime() - found.openedAt.getTime()
      return age <= joinsWithinMs ? found.id : undefined
    },
    add(customerId, one) {
      newest.set(key(customerId, one.categoryId), { id: one.id, openedAt: one.saidAt })
    },
  }
}

/** What they said becomes a message of the case, and their number leads there. */
export async function joinCases(
  tx: Tx,
  joining: readonly { one: FeedbackFacts; caseId: string }[],
): Promise<void> {
  // In the order of the cases' ids, so that two batches never wait for each other in a circle.
  const ordered = [...joining].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
  for (const { one, caseId } of ordered) {
    const held = await holdCase(tx, caseId)
    const [messageId = ''] = await addMessages(tx, [
      { caseId, direction: 'in', text: one.words, at: one.saidAt },
    ])
    await tx.db
      .insertInto('case_feedback')
      .values({
        workspace_id: tx.workspaceId,
        feedback_id: one.id,
        number: one.number,
        case_id: caseId,
        message_id: messageId,
      })
      .execute()
    await saveCase(tx, held, { ...add(held, tx.now()), last_in_id: messageId })
    await addToCaseText(tx, caseId, one.words)
    tx.record('case.added', { caseId, messageId })
  }
}
