/** A workspace's settings and calendar, remembered for some seconds, and the promise they make. */
import type { Calendar } from '../../contract/calendar.ts'
import type { Settings } from '../../contract/workspaces.ts'
import { briefMemory } from '../platform/brief-memory.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { addWorkingMinutes } from './calendar.ts'

/** Within a transaction or without. */
type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>

interface Known {
  settings: Settings
  calendar: Calendar
}

/** Workspace ids are unique everywhere: one memory serves every database of a process. */
const memory = briefMemory<Known>()

/** Name, slug, time zone, promise, goal… of the ctx's workspace. */
export async function loadSettings(ctx: Reader): Promise<Settings> {
  return (await remembered(ctx)).settings
}

export async function loadCalendar(ctx: Reader): Promise<Calendar> {
  return (await remembered(ctx)).calendar
}

/** When what arrives `from` then is to be answered: the promise, in working time. */
export async function promisedAt(ctx: Reader, from: Date): Promise<Date> {
  const { settings, calendar } = await remembered(ctx)
  return addWorkingMinutes(calendar, settings.timeZone, from, settings.promiseMinutes)
}

/** After a change; other processes notice within seconds. */
export function forgetSettings(workspaceId: string): void {
  memory.forget(workspaceId)
}

/** As it is now, past the memory. */
export async function readSettingsNow(ctx: Reader): Promise<Known> {
  const row = await ctx.db
    .selectFrom('workspaces as w')
    .innerJoin('calendars as c', 'c.workspace_id', 'w.id')
    .selectAll('w')
    .select('c.hours')
    .where('w.id', '=', ctx.workspaceId)
    .where('c.workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    settings: {
      name: row.name,
      slug: row.slug,
      business: row.business,
      timeZone: row.time_zone,
      locale: row.locale,
      sample: row.sample_of !== null,
      promiseMinutes: row.promise_minutes,
      replyGoal: row.reply_goal,
      contactRetentionDays: row.contact_retention_days,
      greeting: row.greeting,
    },
    calendar: row.hours,
  }
}

function remembered(ctx: Reader): Promise<Known> {
  return memory.get(ctx.workspaceId, ctx.now(), () => readSettingsNow(ctx))
}
