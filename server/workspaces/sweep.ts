import type { Platform } from '../platform/platform.ts'
import { attemptWindowMs } from './attempts.ts'

/** Removes what sign-in has no use for any more: sessions that ended, challenges and counters of old. */
export async function sweepSignIn({ db }: Platform): Promise<void> {
  const now = Date.now()
  await db.deleteFrom('sessions').where('expires_at', '<', new Date(now)).execute()
  await db.deleteFrom('verifications').where('expires_at', '<', new Date(now)).execute()
  await db
    .deleteFrom('sign_in_attempts')
    .where('last_request', '<', now - attemptWindowMs)
    .execute()
}
