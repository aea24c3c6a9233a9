import { sql } from 'kysely'
import type { Tx } from '../ctx.ts'
import type { Platform } from '../platform.ts'

const keptMs = 24 * 60 * 60_000

/** Replies kept under an `Idempotency-Key` are forgotten after a day, and so what they hold of customers. */
export async function forgetReplies(platform: Platform): Promise<void> {
  await platform.db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(platform.now().getTime() - keptMs))
    .execute()
}

/** At once, those that show these things; a repeated request is told that it was done. */
export async function forgetRepliesAbout(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('idempotency_keys')
    .set({ reply: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`reply ->> 'id' = any(${[...ids]}::text[])`)
    .execute()
}
