/**
 * Tries at an account's password, counted in the database so that every process and every address
 * counts together. better-auth counts by address; who has many addresses meets this.
 */
import { sql } from 'kysely'
import { TooMany } from '../platform/errors.ts'
import { newId, sha256 } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'

export const attemptWindowMs = 15 * 60_000
const most = 10

/** Counts one more try before the password is looked at. Throws TooMany with the seconds to wait. */
export async function countAttempt(platform: Platform, email: string): Promise<void> {
  if (!platform.config.rateLimits) return
  // Sign-in lives by the machine's clock, as better-auth does.
  const now = Date.now()
  const oldest = now - attemptWindowMs
  const row = await platform.db
    .insertInto('sign_in_attempts')
    .values({ id: newId(), key: keyOf(email), count: 1, last_request: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when sign_in_attempts.last_request <= ${oldest} then 1 else sign_in_attempts.count + 1 end`,
        last_request: sql<number>`case when sign_in_attempts.last_request <= ${oldest} then ${now} else sign_in_attempts.last_request end`,
      }),
    )
    .returning(['count', 'last_request'])
    .executeTakeFirstOrThrow()
  if (row.count > most)
    throw new TooMany('too_many', (row.last_request + attemptWindowMs - now) / 1000)
}

/** The password was right. */
export async function forgetAttempts(platform: Platform, email: string): Promise<void> {
  await platform.db.deleteFrom('sign_in_attempts').where('key', '=', keyOf(email)).execute()
}

function keyOf(email: string): string {
  return `account|${sha256(email.trim().toLowerCase())}`
}
