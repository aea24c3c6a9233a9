import type { Tx } from '../platform/ctx.ts'
import { labelsOf } from '../understanding/index.ts'
import { type Case, saveCase } from './case.ts'
import { firstPriority, higher } from './priority.ts'

/**
 * After a person said what a text means, its case goes by it. The priority too, as long as nobody
 * decided it: one that came from the urgency now corrected goes with it, one raised since stays.
 */
export async function followReading(tx: Tx, held: Case): Promise<void> {
  const read = (await labelsOf(tx, [held.feedback_id])).get(held.feedback_id)
  if (!read) return
  const { kind, sentiment, urgency, risks } = read
  await saveCase(tx, held, {
    kind,
    sentiment,
    urgency,
    risks,
    ...(held.priority_decided ? {} : { priority: priorityAfter(held, urgency) }),
  })
}

function priorityAfter(held: Case, urgency: Case['urgency']): Case['priority'] {
  const now = firstPriority(held.entry, urgency)
  return held.priority === firstPriority(held.entry, held.urgency)
    ? now
    : higher(held.priority, now)
}
