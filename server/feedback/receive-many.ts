import type { Answered } from '../../contract/feedback.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { promisedAt } from '../workspaces/index.ts'
import { checkMany } from './check-many.ts'
import { type Checked, keepWithin, retryingRaces } from './keep-feedback.ts'
import type { Arrival, NewFeedback, Outcome, Rejected } from './new-feedback.ts'

/** More rows make no faster transaction, only a longer one. */
export const mostAtOnce = 500

/**
 * Receives up to `mostAtOnce` feedback in one transaction and says of each, in the same order, what
 * became of it; one that does not fit never fails its neighbours. `within` saves what belongs to it,
 * like the progress of an import, in the same transaction; it may be run again after a race.
 */
export async function receiveMany(
  ctx: Ctx,
  batch: Arrival & { items: readonly NewFeedback[] },
  within?: (tx: Tx, outcomes: Outcome[]) => Promise<void>,
): Promise<Outcome[]> {
  const { items, ...arrival } = batch
  if (items.length > mostAtOnce) throw new RangeError(`at most ${mostAtOnce} at once`)
  const now = ctx.now()
  const [judged, promised] = await Promise.all([checkMany(ctx, items), promisedAt(ctx, now)])
  const outcomes: Outcome[] = []
  const good: { index: number; checked: Checked }[] = []
  for (const [index, given] of items.entries()) {
    const answers = judged[index] as Answered[] | Rejected
    if (!Array.isArray(answers)) {
      outcomes[index] = answers
      continue
    }
    const receivedAt = given.receivedAt ?? now
    const promisedFor = given.receivedAt ? await promisedAt(ctx, receivedAt) : promised
    const checked = {
      arrival,
      given,
      answers,
      actor: ctx.actor,
      receivedAt,
      promisedAt: promisedFor,
    }
    good.push({ index, checked })
  }
  await retryingRaces(() =>
    ctx.write(async (tx) => {
      const kept =
        good.length === 0
          ? []
          : await keepWithin(
              tx,
              good.map(({ checked }) => checked),
            )
      for (const [at, { index }] of good.entries()) outcomes[index] = kept[at] as Outcome
      await within?.(tx, outcomes)
    }),
  )
  ctx.announce()
  return outcomes
}
