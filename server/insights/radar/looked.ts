/** When a workspace was last looked at, and whether another look could find anything new. */
import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'

/** What came, or what goes on and may end. */
export async function isWorthALook(ctx: Ctx): Promise<boolean> {
  const workspace = sql`${ctx.workspaceId}::uuid`
  const { rows } = await sql<{ worth: boolean }>`
    select exists (select from alerts where workspace_id = ${workspace} and ended_at is null)
      or exists (
        select from radar_cases c join radar_states s on s.workspace_id = c.workspace_id
        where c.workspace_id = ${workspace} and s.workspace_id = ${workspace}
          and c.at >= coalesce(s.looked_at - interval '10 minutes', '-infinity')
      ) as worth`.execute(ctx.db)
  return rows[0]?.worth ?? false
}

export async function lookedNow(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('radar_states')
    .set({ looked_at: ctx.now() })
    .where('workspace_id', '=', ctx.workspaceId)
    .execute()
}
