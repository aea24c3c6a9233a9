import type { Platform } from '../platform.ts'

const keptMs = 24 * 60 * 60_000

/** Replies kept under an `Idempotency-Key` are forgotten after a day, and so what they hold of customers. */
export async function forgetReplies(platform: Platform): Promise<void> {
  await platform.db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(platform.now().getTime() - keptMs))
    .execute()
}
