import type { Ctx, Tx } from '../../platform/ctx.ts'
import { MailFailure } from '../../platform/mail/failure.ts'
import { composeMails } from './compose-mails.ts'
import { afterFailure, claimMs, isLost, type Outcome } from './delivery.ts'
import type { Delivery } from './tables.ts'

/** Mails under way at once. */
const atOnce = 4

/**
 * Sends waiting mails, some at once, until none is due or patience ends. Each is claimed in a
 * transaction of its own, sent outside any, and settled in another: see delivery.ts.
 */
export async function sendMails(
  ctx: Ctx,
  which: { patienceMs: number; aboutIds?: readonly string[] },
): Promise<void> {
  const mailer = ctx.mail
  if (!mailer) return
  const until = performance.now() + which.patienceMs
  while (performance.now() < until) {
    const claimed = await claim(ctx, which.aboutIds)
    if (claimed.length === 0) return
    const mails = await composeMails(ctx, claimed)
    const outcomes = await Promise.all(
      claimed.map(async (delivery): Promise<Outcome> => {
        if (isLost(delivery.interruptions)) return { state: 'failed', error: 'interrupted' }
        const mail = mails.get(delivery.id)
        if (!mail) return { state: 'failed', error: 'address_gone' }
        try {
          await mailer.send(mail)
          return { state: 'sent' }
        } catch (error) {
          const failure =
            error instanceof MailFailure
              ? error
              : new MailFailure('later', 'smtp_unreachable', error)
          ctx.log.warn({ deliveryId: delivery.id, code: failure.code }, 'mail not taken')
          return afterFailure(delivery.attempts, failure, ctx.now())
        }
      }),
    )
    await settle(ctx, claimed, outcomes)
    // The server is away: the others wait for a later round instead of failing one by one.
    if (outcomes.every(({ state }) => state === 'waiting')) return
  }
}

function claim(ctx: Ctx, aboutIds: readonly string[] | undefined): Promise<Delivery[]> {
  const now = ctx.now()
  return ctx.db
    .with('next', (db) =>
      db
        .selectFrom('deliveries')
        .select('id')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', now)
        .$if(aboutIds !== undefined, (query) =>
          query.where('about_id', 'in', [...(aboutIds ?? [])]),
        )
        .orderBy('next_try_at')
        .orderBy('id')
        .limit(atOnce)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('deliveries')
    .set((eb) => ({
      claimed_at: now,
      next_try_at: new Date(now.getTime() + claimMs),
      interruptions: eb
        .case()
        .when('claimed_at', 'is not', null)
        .then(eb('interruptions', '+', 1))
        .else(eb.ref('interruptions'))
        .end(),
    }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', (eb) => eb.selectFrom('next').select('next.id'))
    .returningAll()
    .execute()
}

/** A claim that ran out meanwhile belongs to somebody else, who settles it. */
async function settle(ctx: Ctx, claimed: Delivery[], outcomes: Outcome[]): Promise<void> {
  await ctx.write(async (tx) => {
    for (const [index, delivery] of claimed.entries()) {
      const outcome = outcomes[index] as Outcome
      const { numUpdatedRows } = await tx.db
        .updateTable('deliveries')
        .set({
          state: outcome.state,
          error: 'error' in outcome ? outcome.error : null,
          next_try_at: 'nextTryAt' in outcome ? outcome.nextTryAt : null,
          attempts: delivery.attempts + (outcome.state === 'sent' ? 0 : 1),
          claimed_at: null,
          at: tx.now(),
        })
        .where('workspace_id', '=', tx.workspaceId)
        .where('id', '=', delivery.id)
        .where('state', '=', 'waiting')
        .where('claimed_at', '=', delivery.claimed_at)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) continue
      if (outcome.state !== 'waiting') await settleWithin(tx, delivery, outcome)
      const about = { caseId: delivery.case_id }
      const messageId = delivery.what === 'message' ? delivery.about_id : null
      if (outcome.state === 'sent' && messageId !== null)
        tx.record('message.delivered', { ...about, messageId })
      if (outcome.state === 'failed')
        tx.record('message.undeliverable', { ...about, messageId, error: outcome.error })
    }
  })
}

/** What was told in this mail, too, has fared as the mail has. */
async function settleWithin(tx: Tx, { case_id }: Delivery, outcome: Outcome): Promise<void> {
  await tx.db
    .updateTable('deliveries')
    .set({
      state: outcome.state,
      error: 'error' in outcome ? outcome.error : null,
      at: tx.now(),
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', '=', case_id)
    .where('state', '=', 'waiting')
    .where('next_try_at', 'is', null)
    .execute()
}
