import type { Answered, Receipt } from '../../contract/feedback.ts'
import type { Ctx } from '../platform/ctx.ts'
import { groupCommit } from '../platform/db/group-commit.ts'
import { Conflict, Invalid } from '../platform/errors.ts'
import { loadSettings, promisedAt } from '../workspaces/index.ts'
import { checkMany } from './check-many.ts'
import { claimCode, trackUrl } from './claim.ts'
import { type Checked, keepFeedback } from './keep-feedback.ts'
import type { Arrival, NewFeedback, Outcome, Rejected } from './new-feedback.ts'

/** Measured: more in one transaction gains nothing, more transactions wait for the same counter. */
const intake = groupCommit<Checked & { ctx: Ctx }, Outcome>({
  most: 200,
  lanes: 2,
  commit: (_workspaceId, items) => keepFeedback((items[0] as { ctx: Ctx }).ctx, items),
})

/**
 * A customer said something: it is kept for good before this resolves, and only kept. All that
 * follows (customer, case, reading, counts) follows from `feedback.received`. Requests in flight
 * share a transaction; the same submission twice is one feedback and gets the same receipt.
 */
export async function receiveFeedback(
  ctx: Ctx,
  arrival: Arrival,
  given: NewFeedback,
): Promise<Receipt> {
  const receivedAt = given.receivedAt ?? ctx.now()
  const [[judged], { slug }, promised] = await Promise.all([
    checkMany(ctx, [given]),
    loadSettings(ctx),
    promisedAt(ctx, receivedAt),
  ])
  const answers = judged as Answered[] | Rejected
  if ('code' in answers) throw refusalOf(answers.code, answers.field)
  const outcome = await intake.run(ctx.workspaceId, {
    ctx,
    arrival,
    given,
    answers,
    actor: ctx.actor,
    receivedAt,
    promisedAt: promised,
  })
  if (outcome.state === 'rejected') throw refusalOf(outcome.code, outcome.field)
  return {
    feedbackId: outcome.feedbackId,
    number: outcome.number,
    claimCode: claimCode(ctx, outcome.feedbackId),
    trackUrl: trackUrl(ctx, slug, outcome),
    receivedAt: outcome.receivedAt.toISOString(),
    promisedAt: outcome.promisedAt.toISOString(),
    repeated: outcome.state === 'repeated',
  }
}

function refusalOf(code: string, field: string): Invalid | Conflict {
  return code === 'idempotency_key_reused' ? new Conflict(code) : new Invalid(code, field)
}
