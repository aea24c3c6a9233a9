import type { InputOf } from '../../contract/endpoint.ts'
import type { withdrawCase as endpoint, TrackView } from '../../contract/track.ts'
import type { Ctx } from '../platform/ctx.ts'
import { saveCase } from './case.ts'
import { addCustomerWords, lastIn } from './customer-words.ts'
import { changeOwnCase } from './own-case.ts'
import { withdraw } from './procedure.ts'
import { track } from './track.ts'

/** The customer takes it back, and may say why. */
export async function withdrawCase(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<TrackView> {
  await changeOwnCase(ctx, async (tx, held) => {
    const change = withdraw(held, tx.now())
    const messageId = await addCustomerWords(tx, held, input.reason)
    await saveCase(tx, held, { ...change, ...lastIn(held, messageId) })
    tx.record('case.closed', { caseId: held.id, resolution: 'withdrawn' })
  })
  return track(ctx)
}
