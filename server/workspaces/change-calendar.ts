import type { Calendar, changeCalendar as endpoint } from '../../contract/calendar.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import { Invalid } from '../platform/errors.ts'
import { faultOf } from './calendar.ts'
import { forgetSettings } from './settings.ts'

/** When we work changes; promises made before keep their time. */
export async function changeCalendar(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Calendar> {
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
