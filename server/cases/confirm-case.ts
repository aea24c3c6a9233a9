import type { InputOf } from '../../contract/endpoint.ts'
import type { confirmCase as endpoint, TrackView } from '../../contract/track.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { type Case, saveCase } from './case.ts'
import { addCustomerWords, lastIn } from './customer-words.ts'
import { saveOpenedAgain } from './open-again.ts'
import { changeOwnCase } from './own-case.ts'
import { confirm, reject } from './procedure.ts'
import { track } from './track.ts'

/** The customer says whether it is solved: yes ends an open case, no opens a closed one again. */
export async function confirmCase(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<TrackView> {
  await changeOwnCase(ctx, (tx, held) =>
    input.solved ? solved(tx, held, input.text) : notSolved(tx, held, input.text),
  )
  return track(ctx)
}

async function solved(tx: Tx, held: Case, text: string): Promise<void> {
  const caseId = held.id
  const change = confirm(held, tx.now())
  const messageId = await addCustomerWords(tx, held, text)
  await saveCase(tx, held, { ...change, ...lastIn(held, messageId) })
  tx.record('case.confirmed', { caseId, messageId })
  if (change.resolution) tx.record('case.closed', { caseId, resolution: change.resolution })
}

async function notSolved(tx: Tx, held: Case, text: string): Promise<void> {
  const caseId = held.id
  const change = reject(held, tx.now())
  const messageId = await addCustomerWords(tx, held, text)
  tx.record('case.rejected', { caseId, messageId })
  if (held.state === 'closed') tx.record('case.reopened', { caseId, why: 'customer' })
  await saveOpenedAgain(tx, held, { ...change, ...lastIn(held, messageId) })
}
