import { sql } from 'kysely'
import type { Platform } from '../platform/platform.ts'

const atOnce = 500

/** Every minute: promises that have run out without an answer are broken, in all workspaces. */
export async function markOverdue(platform: Platform): Promise<void> {
  for (const { id } of await platform.db.selectFrom('workspaces').select('id').execute()) {
    for (;;) {
      if ((await markSome(platform, id)) < atOnce) break
    }
  }
}

/** Cases that somebody is acting on just now are left for the next minute. */
async function markSome(platform: Platform, workspaceId: string): Promise<number> {
  return platform.ctx(workspaceId).write(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      with late as (
        select id from cases
        where workspace_id = ${workspaceId} and promise = 'running' and promised_at < ${tx.now()}
        order by promised_at limit ${atOnce} for update skip locked
      )
      update cases c set promise = 'broken', version = c.version + 1
      from late where c.workspace_id = ${workspaceId} and c.id = late.id
      returning c.id`.execute(tx.db)
    for (const { id } of rows) tx.record('case.overdue', { caseId: id })
    return rows.length
  })
}
