import type { Platform } from '../../platform/platform.ts'
import { look } from './look.ts'
import { isWorthALook, lookedNow } from './looked.ts'

/** Every five minutes: what stands out in any workspace is found, and those concerned are told. */
export async function markSpikes(platform: Platform): Promise<void> {
  for (const { id } of await platform.db.selectFrom('workspaces').select('id').execute()) {
    const ctx = platform.ctx(id)
    try {
      if (!(await isWorthALook(ctx))) continue
      await look(ctx)
      await lookedNow(ctx)
    } catch (error) {
      platform.log.error({ err: error, workspaceId: id }, 'look for spikes')
    }
  }
}
