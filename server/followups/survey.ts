/** The rules of a survey, pure: which closings are asked about, and how an invitation stands. */
import type { Resolution } from '../../contract/cases.ts'
import type { InvitedSurvey } from '../../contract/followups.ts'

const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** There was nothing to help with, or nobody to ask. */
const notAsked: ReadonlySet<Resolution> = new Set(['duplicate', 'withdrawn', 'no_reply'])

export function isAskedAbout(resolution: Resolution | null): boolean {
  return resolution !== null && !notAsked.has(resolution)
}

export function dueAt(closedAt: Date, delayHours: number): Date {
  return new Date(closedAt.getTime() + delayHours * hourMs)
}

export function expiresAt(sentAt: Date, openDays: number): Date {
  return new Date(sentAt.getTime() + openDays * dayMs)
}

/** Nobody is asked twice within this time, however many of their cases are closed. */
export const askedEveryMs = 7 * dayMs

export interface Asking {
  /** The invitation. */
  id: string
  /** The human number of the case it is about. */
  number: number
  /** Every customer who is surely or probably this person, themself included. */
  people: readonly string[]
}

export interface Asked {
  number: number
  at: Date
}

/**
 * Which of the invitations that are due go out, the first one of each person; and for those that do
 * not, the case their person was asked about already.
 */
export function whomToAsk(
  due: readonly Asking[],
  askedOfLate: ReadonlyMap<string, Asked>,
  now: Date,
): { ask: string[]; spare: { id: string; askedAbout: number }[] } {
  const asked = new Map(askedOfLate)
  const ask: string[] = []
  const spare: { id: string; askedAbout: number }[] = []
  for (const { id, number, people } of due) {
    const before = people
      .flatMap((person) => asked.get(person) ?? [])
      .find(({ at }) => now.getTime() - at.getTime() < askedEveryMs)
    if (before) {
      spare.push({ id, askedAbout: before.number })
      continue
    }
    ask.push(id)
    for (const person of people) asked.set(person, { number, at: now })
  }
  return { ask, spare }
}

interface Standing {
  sent_at: Date | null
  expires_at: Date | null
  cancelled_at: Date | null
  declined_at: Date | null
  expired_at: Date | null
  answered_at: Date | null
}

export function stateOf(invitation: Standing, now: Date): InvitedSurvey['state'] {
  if (invitation.answered_at) return 'answered'
  if (invitation.declined_at) return 'declined'
  if (invitation.cancelled_at || invitation.expired_at || !invitation.expires_at) return 'expired'
  return invitation.expires_at <= now ? 'expired' : 'open'
}
