import type { revealCustomer as endpoint } from '../../contract/case-work.ts'
import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import { revealIdentities } from '../customers/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadCase } from './case.ts'

/** A member looks at the customer's contact details; that they looked is kept before they see them. */
export async function revealCustomer(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const { caseId } = input
  const customerId = await ctx.write(async (tx) => {
    const found = await loadCase(tx, caseId)
    tx.record('case.revealed', { caseId, customerId: found.customer_id })
    return found.customer_id
  })
  return { identities: await revealIdentities(ctx, customerId) }
}
