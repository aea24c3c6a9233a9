/**
 * Tries at a password, counted in the database so that every process counts together. Each caller has
 * tries of their own: who guesses elsewhere does not keep the owner out. All callers whose device we
 * do not know have fewer tries together than many addresses would have apart.
 */
import { sql } from 'kysely'
import { TooMany } from '../platform/errors.ts'
import { networkOf } from '../platform/http/address-budget.ts'
import { newId, sha256 } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'

const minuteMs = 60_000
const ofOneCaller = { most: 10, windowMs: 15 * minuteMs }
const ofAllStrangers = { most: 60, windowMs: 60 * minuteMs }
/** Counters older than this count nothing any more. */
export const attemptWindowMs = Math.max(ofOneCaller.windowMs, ofAllStrangers.windowMs)

export type Guess =
  /** At sign-in. `device`: one where this account was signed in before. */
  | { email: string; address: string; device: string | null }
  /** By whoever has an open session: must not keep its owner from signing in. */
  | { sessionOf: string }

interface Bound {
  key: string
  limit: { most: number; windowMs: number }
}

/** Counts one more try before the password is looked at. Throws TooMany with the seconds to wait. */
export async function countAttempt(platform: Platform, guess: Guess): Promise<void> {
  if (!platform.config.rateLimits) return
  // One after the other: what a caller tries beyond their own tries is not counted against all.
  for (const bound of boundsOf(guess)) await countAgainst(platform, bound)
}

async function countAgainst(platform: Platform, { key, limit }: Bound): Promise<void> {
  // Sign-in lives by the machine's clock, as better-auth does.
  const now = Date.now()
  const oldest = now - limit.windowMs
  const row = await platform.db
    .insertInto('sign_in_attempts')
    .values({ id: newId(), key, count: 1, last_request: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when sign_in_attempts.last_request <= ${oldest} then 1 else sign_in_attempts.count + 1 end`,
        last_request: sql<number>`case when sign_in_attempts.last_request <= ${oldest} then ${now} else sign_in_attempts.last_request end`,
      }),
    )
    .returning(['count', 'last_request'])
    .executeTakeFirstOrThrow()
  if (row.count > limit.most)
    throw new TooMany('too_many', (row.last_request + limit.windowMs - now) / 1000)
}

/** The password was right: the caller starts afresh, and what strangers tried stays counted. */
export async function forgetAttempts(platform: Platform, guess: Guess): Promise<void> {
  const [own, shared] = boundsOf(guess)
  await platform.db.deleteFrom('sign_in_attempts').where('key', '=', own.key).execute()
  if (!shared) return
  await platform.db
    .updateTable('sign_in_attempts')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', shared.key)
    .where('count', '>', 0)
    .execute()
}

/** The operator lets the account in again, from everywhere. */
export async function forgetAllAttempts(platform: Platform, email: string): Promise<void> {
  await platform.db
    .deleteFrom('sign_in_attempts')
    .where('key', 'like', `${accountKey(email)}%`)
    .execute()
}

function boundsOf(guess: Guess): [Bound, ...Bound[]] {
  if ('sessionOf' in guess) return [{ key: `session|${guess.sessionOf}`, limit: ofOneCaller }]
  const account = accountKey(guess.email)
  if (guess.device !== null)
    return [{ key: `${account}|device|${sha256(guess.device)}`, limit: ofOneCaller }]
  const address = sha256(networkOf(guess.address))
  return [
    { key: `${account}|address|${address}`, limit: ofOneCaller },
    { key: account, limit: ofAllStrangers },
  ]
}

function accountKey(email: string): string {
  return `account|${sha256(email.trim().toLowerCase())}`
}
