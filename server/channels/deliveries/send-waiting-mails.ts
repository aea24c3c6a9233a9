import type { Platform } from '../../platform/platform.ts'
import { sendMails } from './send-mails.ts'

/** How long one workspace may keep a round. */
const patienceMs = 20_000

/** Every minute: mails that the server deferred, that were interrupted, or that a reaction left over. */
export async function sendWaitingMails(platform: Platform): Promise<void> {
  if (!platform.mail) return
  const due = await platform.db
    .selectFrom('deliveries')
    .select('workspace_id')
    .distinct()
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', platform.now())
    .execute()
  for (const { workspace_id } of due)
    await sendMails(platform.ctx(workspace_id), { patienceMs }).catch((error: unknown) =>
      platform.log.error({ err: error, workspaceId: workspace_id }, 'waiting mails'),
    )
}
