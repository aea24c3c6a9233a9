/** Browsers that are not asked for the second step for a while, as better-auth keeps them. */
import type { Kysely } from 'kysely'
import type { Database } from '../platform/db/database.ts'

/** Each is asked again: who changes password or second step may do so because somebody else got in. */
export async function forgetTrustedBrowsers(
  db: Kysely<Database>,
  accountId: string,
): Promise<void> {
  await db
    .deleteFrom('verifications')
    .where('value', '=', accountId)
    .where('identifier', 'like', 'trust-device-%')
    .execute()
}
