import { hashPassword } from 'better-auth/crypto'
import type { Platform } from '../platform/platform.ts'
import { byPassword } from './accounts.ts'
import { forgetAllAttempts } from './attempts.ts'
import { isTooWeak, passwordLimits } from './password.ts'
import { forgetTrustedBrowsers } from './trusted-browsers.ts'

/** A new password, by the operator; whoever was signed in is out, and a second step is removed. */
export async function resetPassword(
  platform: Platform,
  email: string,
  password: string,
): Promise<'done' | 'unknown' | 'weak'> {
  const account = await platform.db
    .selectFrom('accounts')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  if (!account) return 'unknown'
  const { min, max } = passwordLimits
  if (password.length < min || password.length > max) return 'weak'
  if (isTooWeak(password, [account.email, account.name])) return 'weak'
  const hash = await hashPassword(password)
  await platform.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('credentials')
      .set({ password: hash, updated_at: platform.now() })
      .where('account_id', '=', account.id)
      .where('provider_id', '=', byPassword)
      .execute()
    await trx.deleteFrom('two_factors').where('account_id', '=', account.id).execute()
    await trx
      .updateTable('accounts')
      .set({ two_factor_enabled: false, updated_at: platform.now() })
      .where('id', '=', account.id)
      .execute()
    await forgetTrustedBrowsers(trx, account.id)
    await trx.deleteFrom('sessions').where('account_id', '=', account.id).execute()
  })
  await forgetAllAttempts(platform, account.email)
  return 'done'
}
