/**
 * A person who reported the same thing twice has two cases, and both track pages say that it is fixed.
 * Their mailbox is told once: one mail goes to an address for a release, whatever of it was theirs.
 */
import { sql } from 'kysely'
import type { Message } from '../../feedback/index.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { signedCode } from '../../platform/ids.ts'

/** The release and where the news of it goes, in one word; null: it is no news of a release. */
export function releaseMailKey(
  ctx: Pick<Ctx, 'secret'>,
  message: Message | undefined,
  email: string,
): string | null {
  const releaseId = releaseIn(message)
  return releaseId && signedCode(ctx.secret, 'release-to', `${releaseId} ${email}`, 20)
}

/** Leaves out the mails that an address got for another case. Whoever keeps such mails meanwhile waits. */
export async function oncePerRelease(
  tx: Tx,
  mails: Map<string, string | null>,
  messages: Map<string, Message>,
): Promise<Map<string, string | null>> {
  const news = [...mails].flatMap(([aboutId, key]) => {
    const releaseId = releaseIn(messages.get(aboutId))
    return releaseId !== null && key !== null ? [{ aboutId, key, releaseId }] : []
  })
  if (news.length === 0) return mails
  await meetAtTheirReleases(
    tx,
    news.map(({ releaseId }) => releaseId),
  )
  const kept = await tx.db
    .selectFrom('deliveries')
    .select('to_hash')
    .where('workspace_id', '=', tx.workspaceId)
    .where('to_hash', 'in', [...new Set(news.map(({ key }) => key))])
    .execute()
  const told = new Set(kept.map(({ to_hash }) => to_hash))
  const left = new Map(mails)
  for (const { aboutId, key } of news) {
    if (told.has(key)) left.delete(aboutId)
    told.add(key)
  }
  return left
}

async function meetAtTheirReleases(tx: Tx, releaseIds: string[]): Promise<void> {
  const keys = [...new Set(releaseIds)].map((id) => `release ${tx.workspaceId} ${id}`)
  await sql`
    select pg_advisory_xact_lock(hashtextextended(key, 0))
    from (select key from unnest(${keys}::text[]) as key order by key) as ordered`.execute(tx.db)
}

function releaseIn(message: Message | undefined): string | null {
  const { notice } = message ?? {}
  return notice?.name === 'released' ? String(notice.values.releaseId) : null
}
