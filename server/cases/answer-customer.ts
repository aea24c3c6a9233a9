import type { answerCustomer as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import { draftBehind, keepWhatBecameOfIt } from '../assistant/index.ts'
import { addMessage } from '../feedback/index.ts'
import type { Actor, Ctx, Tx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { loadSettings } from '../workspaces/index.ts'
import { type Case, holdCase, saveCase } from './case.ts'
import { addToCaseText } from './case-texts.ts'
import { answer } from './procedure.ts'
import { showCase } from './show-case.ts'

/** A member answers the customer; what the customer wrote meanwhile stops the answer. */
export async function answerCustomer(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<CaseDetail> {
  const { caseId, evidence, seenMessageId } = input
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId)
    const change = answer(held, tx.now())
    if (hasNewer(held, seenMessageId)) throw new Conflict('newer_message')
    const memberId = memberIdOf(ctx.actor)
    const behind = await draftOf(tx, input)
    const text = behind?.text ?? input.text
    const message = await addMessage(tx, { caseId, direction: 'out', text, memberId, evidence })
    if (behind) await keepWhatBecameOfIt(tx, behind, message.id)
    await saveCase(tx, held, change)
    await addToCaseText(tx, caseId, text)
    tx.record('case.answered', { caseId, messageId: message.id })
  })
  return showCase(ctx, { caseId })
}

async function draftOf(tx: Tx, { caseId, text, draftId }: InputOf<typeof endpoint>) {
  if (draftId === undefined) return null
  const { locale } = await loadSettings(tx)
  return draftBehind(tx, { draftId, caseId, text }, locale)
}

/** Ids of messages grow, and nobody adds one while the case is held. */
function hasNewer({ last_in_id: last }: Case, seen: string | undefined): boolean {
  return seen !== undefined && last !== null && last > seen.toLowerCase()
}

/** Programs write for nobody in particular. */
export function memberIdOf(actor: Actor): string | null {
  return actor.kind === 'member' ? actor.id : null
}
