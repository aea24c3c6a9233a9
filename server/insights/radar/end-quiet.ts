import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { lockRadar } from './recount-radar.ts'
import { hourMs } from './slots.ts'

/** What has not stood out for so long is over; what took a day to show takes a day to be gone. */
const quietMs = { short: 2 * hourMs, day: 26 * hourMs } as const

/** Alerts that have been quiet are over; those that were only snoozed, and go on, are raised again. */
export async function endQuiet(ctx: Ctx): Promise<void> {
  const now = ctx.now().getTime()
  await ctx.write(async (tx) => {
    await lockRadar(tx)
    const { rows: ended } = await sql<{ id: string }>`
      update alerts set ended_at = ${tx.now()}, snoozed_until = null,
        state = case when state = 'dismissed' then state else 'over' end
      where workspace_id = ${tx.workspaceId}::uuid and ended_at is null and seen_at <
        case when (found->>'minutes')::int > 60 then ${new Date(now - quietMs.day)}::timestamptz
          else ${new Date(now - quietMs.short)}::timestamptz end
      returning id`.execute(tx.db)
    for (const { id } of ended) tx.record('alert.ended', { alertId: id })
    const woken = await tx.db
      .updateTable('alerts')
      .set({ state: 'raised', snoozed_until: null, decided_by: null, decided_at: null })
      .where('workspace_id', '=', tx.workspaceId)
      .where('ended_at', 'is', null)
      .where('state', '=', 'snoozed')
      .where('snoozed_until', '<=', tx.now())
      .returning('id')
      .execute()
    for (const { id } of woken) tx.record('alert.woken', { alertId: id })
  })
}
