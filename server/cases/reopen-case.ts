import type { reopenCase as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import { addMessage } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { memberIdOf } from './answer-customer.ts'
import { holdCase } from './case.ts'
import { saveOpenedAgain } from './open-again.ts'
import { reopen } from './procedure.ts'
import { showCase } from './show-case.ts'

/** A member opens a closed case again; the reason is a note for the team. */
export async function reopenCase(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<CaseDetail> {
  const { caseId, reason, version } = input
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId, version)
    const change = reopen(held, tx.now())
    tx.record('case.reopened', { caseId, why: 'member' })
    await saveOpenedAgain(tx, held, change)
    if (reason === '') return
    const memberId = memberIdOf(ctx.actor)
    const note = await addMessage(tx, { caseId, direction: 'note', text: reason, memberId })
    tx.record('case.noted', { caseId, messageId: note.id })
  })
  return showCase(ctx, { caseId })
}
