import type { closeCase as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { holdCase, saveCase } from './case.ts'
import { close } from './procedure.ts'
import { showCase } from './show-case.ts'
import { tellCustomers } from './tell-customers.ts'

/** A member closes a case. The customer is told, and asked later whether it really helped. */
export async function closeCase(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<CaseDetail> {
  const { caseId, resolution, version } = input
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId, version)
    await saveCase(tx, held, close(held, resolution, tx.now()))
    tx.record('case.closed', { caseId, resolution })
    await tellCustomers(tx, [caseId], { name: 'closed', values: { resolution } })
  })
  return showCase(ctx, { caseId })
}
