import type { TrackView } from '../../contract/track.ts'
import type { Ctx } from '../platform/ctx.ts'
import { saveCase } from './case.ts'
import { saveOpenedAgain } from './open-again.ts'
import { changeOwnCase } from './own-case.ts'
import { reopen } from './procedure.ts'
import { track } from './track.ts'

/**
 * The customer asks that what is known of them be deleted. Somebody has to decide on it and answer: the
 * next word is ours, even if the case was over. Asking twice is once.
 */
export async function askErasure(ctx: Ctx): Promise<TrackView> {
  await changeOwnCase(ctx, async (tx, held) => {
    if (held.erasure_asked_at !== null) return
    const caseId = held.id
    const now = tx.now()
    tx.record('case.erasure_asked', { caseId })
    const asked = { active_at: now, erasure_asked_at: now }
    if (held.state === 'open') return void (await saveCase(tx, held, asked))
    if (held.state === 'closed') tx.record('case.reopened', { caseId, why: 'erasure' })
    const opened = held.state === 'closed' ? reopen(held, now) : { state: 'open' as const }
    await saveOpenedAgain(tx, held, { ...opened, ...asked })
  })
  return track(ctx)
}
