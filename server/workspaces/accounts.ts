/** Accounts: made by set-up and invitations, signed in by better-auth. */
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Tx } from '../platform/ctx.ts'
import { Conflict, Invalid } from '../platform/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { isTooWeak } from './password.ts'

/** better-auth's name for signing in with a password. */
export const byPassword = 'credential'

export interface PreparedAccount {
  name: string
  email: string
  passwordHash: string
}

/** Checks and hashes, which takes a moment: before the transaction. Throws `password_too_weak`. */
export async function prepareAccount(given: {
  name: string
  email: string
  password: string
}): Promise<PreparedAccount> {
  if (isTooWeak(given.password, [given.email, given.name]))
    throw new Invalid('password_too_weak', 'password')
  return {
    name: given.name,
    email: given.email.toLowerCase(),
    passwordHash: await hashPassword(given.password),
  }
}

export async function openAccount(tx: Tx, account: PreparedAccount): Promise<string> {
  const id = tx.newId()
  const at = tx.now()
  const opened = await tx.db
    .insertInto('accounts')
    .values({
      id,
      name: account.name,
      email: account.email,
      image: null,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  // Someone opened it between the look and now: asked again, they will be asked for its password.
  if (!opened) throw new Conflict('conflict', 'email')
  await tx.db
    .insertInto('credentials')
    .values({
      id: tx.newId(),
      account_id: id,
      provider_id: byPassword,
      provider_account_id: id,
      password: account.passwordHash,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return id
}

/**
 * The account of an address when the password is right; null when the address has none. Throws
 * `wrong_password`, and TooMany after too many of them.
 */
export async function provenAccount(
  platform: Platform,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<{ id: string } | null> {
  const found = await platform.db
    .selectFrom('accounts as a')
    .innerJoin('credentials as c', 'c.account_id', 'a.id')
    .select(['a.id', 'c.password'])
    .where('a.email', '=', email.toLowerCase())
    .where('c.provider_id', '=', byPassword)
    .executeTakeFirst()
  if (!found) return null
  const guess = { email, address, device: null }
  await countAttempt(platform, guess)
  if (!found.password || !(await verifyPassword({ hash: found.password, password })))
    throw new Invalid('wrong_password', 'password')
  await forgetAttempts(platform, guess)
  return { id: found.id }
}
