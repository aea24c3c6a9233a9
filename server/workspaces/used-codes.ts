/**
 * A code of the second step opens once: who read it over a shoulder has nothing. It stays right for up
 * to 90 seconds (its own thirty, and those before and after for clocks that differ).
 */
import { newId, sha256 } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { accessOf } from './access.ts'
import {
  cookieHeader,
  cookiePrefix,
  sessionCookie,
  sessionTokenIn,
  signedValueIn,
} from './session-cookie.ts'

const validMs = 3 * 30_000
const challengeCookie = `${cookiePrefix}.two_factor`

export interface Code {
  accountId: string
  code: string
}

/** What goes on to better-auth of a try at the second step. */
export interface SecondStep {
  /** Null: it is none, or nobody's; better-auth says so. */
  code: Code | null
  cookies: ReadonlyMap<string, string>
}

/**
 * Whose code it is: of who is signed in and sets one up, or of who waits at the second step. Of the
 * cookies only those go on that say the same: with both, once a session has ended elsewhere, better-auth
 * would open another account than the one whose code was counted.
 */
export async function secondStepOf(
  platform: Platform,
  code: unknown,
  cookies: ReadonlyMap<string, string>,
): Promise<SecondStep> {
  if (typeof code !== 'string') return { code: null, cookies }
  const header = cookieHeader(cookies)
  const token = sessionTokenIn(header, platform.secret)
  const session = token === null ? null : await accessOf(platform).session(token)
  if (session && session.expiresAt.getTime() > Date.now())
    return {
      code: { accountId: session.accountId, code },
      cookies: without(cookies, challengeCookie),
    }
  const challenge = signedValueIn(header, challengeCookie, platform.secret)
  if (challenge === null) return { code: null, cookies }
  const waiting = await platform.db
    .selectFrom('verifications')
    .select('value')
    .where('identifier', '=', challenge)
    .executeTakeFirst()
  if (!waiting) return { code: null, cookies }
  return { code: { accountId: waiting.value, code }, cookies: without(cookies, sessionCookie) }
}

function without(cookies: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  return new Map([...cookies].filter(([other]) => other !== name))
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
