/** The customer's own case: whoever holds the claim code of a feedback reaches its case, and no other. */
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { type Case, holdCase } from './case.ts'
import { caseIdsOfFeedback } from './cases-by-id.ts'
import { openCasesOf } from './open-cases.ts'

/** The feedback whose code was shown; the gate has checked it. */
export function ownFeedbackId(ctx: Pick<Ctx, 'actor'>): string {
  if (ctx.actor.kind !== 'customer' || ctx.actor.id === null) throw new Forbidden()
  return ctx.actor.id
}

/** Null while the feedback has no case yet: it has only just arrived. */
export async function ownCaseId(ctx: Ctx): Promise<string | null> {
  const feedbackId = ownFeedbackId(ctx)
  return (await caseIdsOfFeedback(ctx, [feedbackId])).get(feedbackId) ?? null
}

/** Changes the customer's case while it is held; one that has only just arrived is opened first. */
export async function changeOwnCase(
  ctx: Ctx,
  change: (tx: Tx, held: Case) => Promise<void>,
): Promise<void> {
  const caseId = (await ownCaseId(ctx)) ?? (await openOwn(ctx))
  await ctx.write(async (tx) => change(tx, await holdCase(tx, caseId)))
}

async function openOwn(ctx: Ctx): Promise<string> {
  await openCasesOf(ctx, [ownFeedbackId(ctx)])
  const caseId = await ownCaseId(ctx)
  if (caseId === null) throw new NotFound()
  return caseId
}
