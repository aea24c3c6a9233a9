import type { TrackView } from '../../contract/track.ts'
import type { Ctx } from '../platform/ctx.ts'
import { saveCase } from './case.ts'
import { changeOwnCase } from './own-case.ts'
import { urge } from './procedure.ts'
import { track } from './track.ts'

/** 催办: the customer asks us to hurry, and the case becomes more pressing. */
export async function urgeCase(ctx: Ctx): Promise<TrackView> {
  await changeOwnCase(ctx, async (tx, held) => {
    const urged = await saveCase(tx, held, urge(held, tx.now()))
    tx.record('case.urged', { caseId: held.id })
    if (urged.priority !== held.priority)
      tx.record('case.prioritised', { caseId: held.id, priority: urged.priority })
  })
  return track(ctx)
}
