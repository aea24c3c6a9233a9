/**
 * A code of the second step opens once: who read it over a shoulder has nothing. It stays right for up
 * to 90 seconds (its own thirty, and those before and after for clocks that differ).
 */
import { newId, sha256 } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { accessOf } from './access.ts'
import { cookiePrefix, sessionCookie, sessionTokenIn, signedValueIn } from './session-cookie.ts'

const validMs = 3 * 30_000
const challengeCookie = `${cookiePrefix}.two_factor`

export interface Code {
  accountId: string
  code: string
}

/**
 * Whose code it is: of who is signed in and sets one up, or of who waits at the second step. `not`: the
 * cookie that would say otherwise, once a session has ended elsewhere; better-auth must not get it.
 */
export async function whoseCode(
  platform: Platform,
  cookies: string | undefined,
): Promise<{ accountId: string; not: string } | null> {
  const token = sessionTokenIn(cookies, platform.secret)
  const session = token === null ? null : await accessOf(platform).session(token)
  if (session && session.expiresAt.getTime() > Date.now())
    return { accountId: session.accountId, not: challengeCookie }
  const challenge = signedValueIn(cookies, challengeCookie, platform.secret)
  if (challenge === null) return null
  const row = await platform.db
    .selectFrom('verifications')
    .select('value')
    .where('identifier', '=', challenge)
    .executeTakeFirst()
  return row ? { accountId: row.value, not: sessionCookie } : null
}

/** True for the first who comes with it. Of two at once, one does. */
export async function spendCode(platform: Platform, code: Code): Promise<boolean> {
  const now = Date.now()
  const taken = await platform.db
    .insertInto('sign_in_attempts')
    .values({ id: newId(), key: keyOf(code), count: 1, last_request: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ last_request: now })
        .where('sign_in_attempts.last_request', '<', now - validMs),
    )
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

/** It was not the right one, or came to nothing. */
export async function giveBackCode(platform: Platform, code: Code): Promise<void> {
  await platform.db.deleteFrom('sign_in_attempts').where('key', '=', keyOf(code)).execute()
}

function keyOf({ accountId, code }: Code): string {
  return `code|${sha256(`${accountId} ${code}`)}`
}
