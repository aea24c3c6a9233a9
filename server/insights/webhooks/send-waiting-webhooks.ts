import type { Platform } from '../../platform/platform.ts'
import { sendDeliveries } from './send-deliveries.ts'

const patienceMs = 20_000

/** Every minute: what another system did not take is tried again. */
export async function sendWaitingWebhooks(platform: Platform): Promise<void> {
  const due = await platform.db
    .selectFrom('webhook_deliveries')
    .select('workspace_id')
    .distinct()
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', platform.now())
    .execute()
  for (const { workspace_id } of due)
    await sendDeliveries(platform.ctx(workspace_id), patienceMs).catch((error: unknown) =>
      platform.log.error({ err: error, workspaceId: workspace_id }, 'waiting webhooks'),
    )
}
