import type { addNote as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import { addMessage } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { memberIdOf } from './answer-customer.ts'
import { holdCase, saveCase } from './case.ts'
import { showCase } from './show-case.ts'

/** A member leaves a note that only the team sees. */
export async function addNote(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<CaseDetail> {
  const { caseId, text, evidence } = input
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId)
    const memberId = memberIdOf(ctx.actor)
    const note = await addMessage(tx, { caseId, direction: 'note', text, memberId, evidence })
    await saveCase(tx, held, { active_at: tx.now() })
    tx.record('case.noted', { caseId, messageId: note.id })
  })
  return showCase(ctx, { caseId })
}
