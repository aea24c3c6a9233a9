import type { InputOf } from '../../contract/endpoint.ts'
import type { addToCase as endpoint, TrackView } from '../../contract/track.ts'
import { addMessage } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'
import { saveCase } from './case.ts'
import { addToCaseText } from './case-texts.ts'
import { saveOpenedAgain } from './open-again.ts'
import { changeOwnCase } from './own-case.ts'
import { add } from './procedure.ts'
import { track } from './track.ts'

/** The customer says more or shows evidence; a closed case opens again. The same twice is once. */
export async function addToCase(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<TrackView> {
  const { text, evidence, submissionKey } = input
  if (text === '' && evidence.length === 0) throw new Invalid('nothing_said', 'text')
  await changeOwnCase(ctx, async (tx, held) => {
    const caseId = held.id
    const said = { caseId, direction: 'in', text, evidence, submissionKey } as const
    const message = await addMessage(tx, said)
    if (message.repeated) return
    const change = { ...add(held, tx.now()), last_in_id: message.id }
    await addToCaseText(tx, caseId, text)
    tx.record('case.added', { caseId, messageId: message.id })
    if (held.state !== 'closed') return void (await saveCase(tx, held, change))
    tx.record('case.reopened', { caseId, why: 'customer' })
    await saveOpenedAgain(tx, held, change)
  })
  return track(ctx)
}
