import type { prioritiseCase as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { holdCase, saveCase } from './case.ts'
import { showCase } from './show-case.ts'

/** A member says how soon the case matters; from now on no reading changes it. */
export async function prioritiseCase(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<CaseDetail> {
  const { caseId, priority, version } = input
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId, version)
    if (held.priority === priority && held.priority_decided) return
    await saveCase(tx, held, { priority, priority_decided: true, active_at: tx.now() })
    if (held.priority !== priority) tx.record('case.prioritised', { caseId, priority })
  })
  return showCase(ctx, { caseId })
}
