/**
 * The light procedure, `feedback`: open ⇄ waiting → closed, and back. Pure: each act takes a case as
 * it stands and says what changes, or refuses. Every act on a case, single or in bulk, by a member,
 * a customer or the clock, passes through here.
 */
import { endsUnanswered, type Resolution } from '../../contract/cases.ts'
import { Conflict, TooMany } from '../platform/errors.ts'
import { promiseAfterAnswer, promiseAfterClosing, promiseAfterReopening } from './clocks.ts'
import { raised } from './priority.ts'
import type { CasesTable } from './tables.ts'

/** The part of a case that the procedure knows of. */
export type Standing = Pick<
  CasesTable,
  | 'entry'
  | 'state'
  | 'resolution'
  | 'priority'
  | 'urges'
  | 'urged_at'
  | 'active_at'
  | 'first_reply_at'
  | 'promised_at'
  | 'promise'
  | 'closed_at'
  | 'confirmed'
  | 'confirmed_at'
>
/**
 * Whoever opens it again says when the next answer is due (open-again.ts); answered or ended, it is owed
 * no more. What the customer asked to have deleted is decided on by ending the case, with or without it.
 */
export type Change = Partial<Standing> & { answer_due_at?: null; erasure_asked_at?: null }

/** 催办: not again before this has passed. */
export const urgeEveryMs = 4 * 60 * 60 * 1000

/** A member answered: the next word is the customer's. */
export function answer(standing: Standing, at: Date): Change {
  if (standing.state === 'closed') throw new Conflict('case_closed')
  return {
    state: 'waiting',
    active_at: at,
    first_reply_at: standing.first_reply_at ?? at,
    promise: promiseAfterAnswer(standing, at),
    answer_due_at: null,
  }
}

/** The customer said more: the next word is ours, even if we thought it was over. */
export function add(standing: Standing, at: Date): Change {
  if (isWithdrawn(standing)) throw new Conflict('case_withdrawn')
  if (standing.state === 'closed') return reopen(standing, at)
  return { state: 'open', active_at: at }
}

export function close(
  standing: Standing,
  resolution: Exclude<Resolution, 'withdrawn'>,
  at: Date,
): Change {
  if (standing.state === 'closed') throw new Conflict('case_already_closed')
  if (standing.first_reply_at === null && !endsUnanswered(resolution))
    throw new Conflict('answer_first')
  return closed(standing, resolution, at)
}

/** The customer takes it back; what was not late by then is no longer owed. */
export function withdraw(standing: Standing, at: Date): Change {
  if (standing.state === 'closed') throw new Conflict('case_already_closed')
  return closed(standing, 'withdrawn', at)
}

/** What the customer said of it before speaks of an earlier end. */
export function reopen(standing: Standing, at: Date): Change {
  if (standing.state !== 'closed') throw new Conflict('case_not_closed')
  return {
    state: 'open',
    resolution: null,
    closed_at: null,
    active_at: at,
    confirmed: null,
    confirmed_at: null,
    promise: promiseAfterReopening(standing, at),
  }
}

/** 催办: one step more pressing. */
export function urge(standing: Standing, at: Date): Change {
  if (standing.state === 'closed') throw new Conflict('case_already_closed')
  const again = urgeAgainAt(standing)
  if (again !== null && at < again)
    throw new TooMany('urged_recently', Math.ceil((again.getTime() - at.getTime()) / 1000))
  return {
    urges: standing.urges + 1,
    urged_at: at,
    active_at: at,
    priority: raised(standing.priority),
  }
}

/** When the customer may urge (again); null: at once. */
export function urgeAgainAt(standing: Pick<Standing, 'urged_at'>): Date | null {
  return standing.urged_at && new Date(standing.urged_at.getTime() + urgeEveryMs)
}

/** What was said is deleted, as the customer asked: with that nothing is left to handle. */
export function redact(standing: Standing, at: Date): Change {
  if (standing.state === 'closed') return { erasure_asked_at: null }
  return closed(standing, standing.first_reply_at === null ? 'withdrawn' : 'explained', at)
}

/**
 * The customer says it is solved: a case still open ends with that. Of a suggestion they can only say
 * that the answer is clear to them; whether anything was made of it they do not know.
 */
export function confirm(standing: Standing, at: Date): Change {
  refuseVerdict(standing)
  const verdict = { confirmed: true, confirmed_at: at, active_at: at }
  if (standing.state === 'closed') return verdict
  const resolution = standing.entry === 'suggestion' ? 'explained' : 'solved'
  return { ...closed(standing, resolution, at), ...verdict }
}

/** The customer says it is not solved: it goes on. */
export function reject(standing: Standing, at: Date): Change {
  refuseVerdict(standing)
  const opened = standing.state === 'closed' ? reopen(standing, at) : {}
  return { ...opened, state: 'open', confirmed: false, confirmed_at: at, active_at: at }
}

/** There is something to judge once we have answered or closed it, until they have. */
export function awaitsVerdict(standing: Standing): boolean {
  if (isWithdrawn(standing) || standing.confirmed === true) return false
  // Nothing was answered there that could be judged; whoever has more to say adds it.
  if (standing.resolution !== null && endsUnanswered(standing.resolution)) return false
  return standing.state === 'closed' || canJudgeOpen(standing)
}

export function isWithdrawn(standing: Pick<Standing, 'state' | 'resolution'>): boolean {
  return standing.state === 'closed' && standing.resolution === 'withdrawn'
}

/** While the next word is ours there is no answer to judge. */
function canJudgeOpen({ state }: Standing): boolean {
  return state === 'waiting'
}

function refuseVerdict(standing: Standing): void {
  if (!awaitsVerdict(standing)) throw new Conflict('nothing_to_confirm')
}

function closed(standing: Standing, resolution: Resolution, at: Date): Change {
  return {
    state: 'closed',
    resolution,
    closed_at: at,
    active_at: at,
    promise: promiseAfterClosing(standing, resolution),
    answer_due_at: null,
    erasure_asked_at: null,
  }
}
