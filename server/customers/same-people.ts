import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/**
 * Every customer who shares an address or an id with each of these, themself included. Guests are a
 * new customer each time they write: for not bothering anybody twice, what they typed is enough.
 */
export async function samePeople(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  customerIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const people = new Map(customerIds.map((id) => [id, new Set([id])]))
  if (people.size === 0) return people
  // One row for each address: thousands may have typed the same one, and many of them be asked about.
  const { rows } = await sql<{ owners: string[]; everybody: string[] }>`
    select own.owners, array_agg(same.customer_id) as everybody
    from (
      select kind, value, array_agg(customer_id) as owners from identities
      where workspace_id = ${ctx.workspaceId} and customer_id = any(${[...people.keys()]}::uuid[])
      group by kind, value
    ) own
    join identities same
      on same.workspace_id = ${ctx.workspaceId} and same.kind = own.kind and same.value = own.value
    group by own.kind, own.value, own.owners`.execute(ctx.db)
  for (const { owners, everybody } of rows)
    for (const owner of owners) for (const one of everybody) people.get(owner)?.add(one)
  return people
}
