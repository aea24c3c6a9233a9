import type { InputOf } from '../../contract/endpoint.ts'
import type {
  Calendar,
  changeCalendar as calendarEndpoint,
  Settings,
  changeSettings as settingsEndpoint,
} from '../../contract/workspaces.ts'
import type { Ctx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import { Invalid } from '../platform/errors.ts'
import { faultOf } from './calendar.ts'
import { forgetSettings, readSettingsNow } from './settings.ts'
import type { WorkspacesTable } from './tables.ts'

/** Settings of the workspace change; promises made before keep their time. */
export async function changeSettings(
  ctx: Ctx,
  input: InputOf<typeof settingsEndpoint>,
): Promise<Settings> {
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

function columnsOf(input: InputOf<typeof settingsEndpoint>): Partial<WorkspacesTable> {
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

/** When we work changes; promises made before keep their time. */
export async function changeCalendar(
  ctx: Ctx,
  input: InputOf<typeof calendarEndpoint>,
): Promise<Calendar> {
  const fault = faultOf(input)
  if (fault) throw new Invalid(fault, 'week')
  const calendar: Calendar = { ...input, exceptions: oncePerDay(input.exceptions) }
  await ctx.write(async (tx) => {
    await tx.db
      .updateTable('calendars')
      .set({ hours: json(calendar), changed_at: tx.now() })
      .where('workspace_id', '=', tx.workspaceId)
      .execute()
    tx.record('settings.changed', { what: 'calendar' })
  })
  forgetSettings(ctx.workspaceId)
  return calendar
}

/** Sorted; of a day named twice the last counts. */
function oncePerDay(exceptions: Calendar['exceptions']): Calendar['exceptions'] {
  return [...new Map(exceptions.map((exception) => [exception.day, exception])).values()].sort(
    (a, b) => (a.day < b.day ? -1 : 1),
  )
}
