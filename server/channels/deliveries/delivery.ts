/**
 * The rules of a delivery, pure. It waits until a sender claims it, and ends as sent or failed.
 *
 * A sender that is stopped between handing a mail to the server and noting it leaves the claim
 * behind. When the claim has run out the mail is sent once more, under the same Message-ID, so that
 * mail programs recognise the second copy; interrupted twice, it fails rather than go a third time.
 */
import type { MailFailure } from '../../platform/mail/failure.ts'

const minute = 60_000
/** Longer than any sender can be at one mail. */
export const claimMs = 10 * minute
/** What is said now, in a survey or of a release, leaves by mail a little later: the job of it may wait. */
export const leavesWithinMs = 60 * minute
/** Waits between tries when the server defers or cannot be reached; greylisting asks for minutes. */
const waitsMinutes = [1, 2, 5, 10, 20, 40, 60, 120, 240, 480]
const mostInterruptions = 1

/** An answer waits so long for the closing that often follows it: one mail then says both. */
export const answerWaitMs = minute

/** Receipts one address gets in an hour: nobody shall fill a stranger's mailbox through us. */
export const receiptsPerHour = 6

export type Outcome =
  | { state: 'sent' }
  | { state: 'failed'; error: string }
  | { state: 'waiting'; error: string; nextTryAt: Date }

export function afterFailure(attempts: number, failure: MailFailure, now: Date): Outcome {
  const wait = waitsMinutes[attempts]
  if (failure.again === 'never' || wait === undefined)
    return { state: 'failed', error: failure.code }
  return {
    state: 'waiting',
    error: failure.code,
    nextTryAt: new Date(now.getTime() + wait * minute),
  }
}

export function isLost(interruptions: number): boolean {
  return interruptions > mostInterruptions
}

const dayMs = 86_400_000

/** A receipt is for what was said just now; records that another system hands in later need none. */
export function isReceiptOwed(feedback: {
  history: boolean
  importId: string | null
  saidAt: Date
  receivedAt: Date
}): boolean {
  if (feedback.history || feedback.importId !== null) return false
  return feedback.receivedAt.getTime() - feedback.saidAt.getTime() <= dayMs
}
