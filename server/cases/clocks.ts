/**
 * The promise: until when we said we would answer, and whether we did. Only a member's answer keeps
 * it; acknowledgements and notices never count.
 */
import type { PromiseState, Resolution } from '../../contract/cases.ts'
import type { CasesTable } from './tables.ts'

type Clock = Pick<CasesTable, 'promise' | 'promised_at' | 'first_reply_at'>

/** The first answer decides, and for good. */
export function promiseAfterAnswer(clock: Clock, at: Date): PromiseState {
  if (clock.first_reply_at !== null || clock.promise === 'void') return clock.promise
  return at <= clock.promised_at ? 'kept' : 'broken'
}

/** Closed without an answer counts as not answered; taken back in time, nothing was owed. */
export function promiseAfterClosing(clock: Clock, resolution: Resolution): PromiseState {
  if (clock.promise !== 'running') return clock.promise
  return resolution === 'withdrawn' ? 'void' : 'broken'
}

/** Opened again in time, an answer can still keep it. */
export function promiseAfterReopening(clock: Clock, at: Date): PromiseState {
  const isOwed = clock.promise === 'broken' && clock.first_reply_at === null
  return isOwed && at <= clock.promised_at ? 'running' : clock.promise
}
