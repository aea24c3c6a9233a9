import type { Platform } from '../../platform/platform.ts'
import { keptMs, lockRadar } from './recount-radar.ts'

/** Each night: counts by five minutes, and later by the hour, go; those by the hour and day hold them. */
export async function removeOldCounts(platform: Platform): Promise<void> {
  const now = platform.now().getTime()
  const reach = {
    five_minutes_from: new Date(Math.floor((now - keptMs.fiveMinutes) / 300_000) * 300_000),
    hours_from: new Date(Math.floor((now - keptMs.hours) / 3_600_000) * 3_600_000),
  }
  for (const { workspace_id } of await platform.db
    .selectFrom('radar_states')
    .select('workspace_id')
    .execute())
    await platform.ctx(workspace_id).write(async (tx) => {
      await lockRadar(tx)
      await tx.db
        .updateTable('radar_states')
        .set(reach)
        .where('workspace_id', '=', tx.workspaceId)
        .execute()
      for (const [grain, from] of [
        ['five_minutes', reach.five_minutes_from],
        ['hour', reach.hours_from],
      ] as const)
        await tx.db
          .deleteFrom('radar_counts')
          .where('workspace_id', '=', tx.workspaceId)
          .where('grain', '=', grain)
          .where('at', '<', from)
          .execute()
    })
}
