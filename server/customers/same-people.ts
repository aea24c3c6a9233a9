import type { Ctx } from '../platform/ctx.ts'

/**
 * Every customer who shares an address or an id with each of these, themself included. Guests are a
 * new customer each time they write: for not bothering anybody twice, what they typed is enough.
 */
export async function samePeople(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  customerIds: readonly string[],
): Promise<Map<string, string[]>> {
  const people = new Map(customerIds.map((id) => [id, [id]]))
  if (people.size === 0) return people
  const rows = await ctx.db
    .selectFrom('identities as own')
    .innerJoin('identities as same', (join) =>
      join
        .onRef('same.workspace_id', '=', 'own.workspace_id')
        .onRef('same.kind', '=', 'own.kind')
        .onRef('same.value', '=', 'own.value'),
    )
    .select(['own.customer_id', 'same.customer_id as other'])
    .distinct()
    .where('own.workspace_id', '=', ctx.workspaceId)
    .where('own.customer_id', 'in', [...people.keys()])
    .whereRef('same.customer_id', '<>', 'own.customer_id')
    .execute()
  for (const { customer_id, other } of rows) people.get(customer_id)?.push(other)
  return people
}
