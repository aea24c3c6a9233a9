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
