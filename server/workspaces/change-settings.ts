import type { InputOf } from '../../contract/endpoint.ts'
import type { changeSettings as endpoint, Settings } from '../../contract/workspaces.ts'
import type { Ctx } from '../platform/ctx.ts'
import { forgetSettings, readSettingsNow } from './settings.ts'
import type { WorkspacesTable } from './tables.ts'

/** Settings of the workspace change; promises made before keep their time. */
export async function changeSettings(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Settings> {
  const changes = columnsOf(input)
  if (Object.keys(changes).length > 0) {
    await ctx.write(async (tx) => {
      await tx.db.updateTable('workspaces').set(changes).where('id', '=', tx.workspaceId).execute()
      tx.record('settings.changed', { what: Object.keys(changes).join(',') })
    })
    forgetSettings(ctx.workspaceId)
  }
  return (await readSettingsNow(ctx)).settings
}

function columnsOf(input: InputOf<typeof endpoint>): Partial<WorkspacesTable> {
  const columns: Partial<WorkspacesTable> = {}
  if (input.name !== undefined) columns.name = input.name
  if (input.timeZone !== undefined) columns.time_zone = input.timeZone
  if (input.locale !== undefined) columns.locale = input.locale
  if (input.promiseMinutes !== undefined) columns.promise_minutes = input.promiseMinutes
  if (input.replyGoal !== undefined) columns.reply_goal = input.replyGoal
  if (input.contactRetentionDays !== undefined)
    columns.contact_retention_days = input.contactRetentionDays
  if (input.greeting !== undefined) columns.greeting = input.greeting
  return columns
}
