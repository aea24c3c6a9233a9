import type { Platform } from '../../platform/platform.ts'

const keptMs = 30 * 86_400_000

/** Each night: the log of webhooks is kept for a month. */
export async function removeOldDeliveries(platform: Platform): Promise<void> {
  await platform.db
    .deleteFrom('webhook_deliveries')
    .where('state', '<>', 'waiting')
    .where('at', '<', new Date(platform.now().getTime() - keptMs))
    .execute()
}
