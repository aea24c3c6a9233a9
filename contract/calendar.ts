/** When we work. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day } from './values.ts'

/** Minutes from midnight, `[start, end)`. */
export const Shift = z.tuple([z.number().int().min(0).max(1439), z.number().int().min(1).max(1440)])
export const Calendar = z.object({
  /** Monday first; each day's working hours, in order, not overlapping. */
  week: z.array(z.array(Shift).max(4)).length(7),
  /** Follow the Chinese public holidays and make-up workdays (调休). */
  chineseHolidays: z.boolean(),
  /** Days that differ: `working` false is a day off, true works the hours of a Monday. */
  exceptions: z.array(z.object({ day: Day, working: z.boolean() })).max(400),
})
export type Calendar = z.infer<typeof Calendar>

export const readCalendar = endpoint({
  id: 'workspaces.readCalendar',
  method: 'GET',
  path: '/api/v1/calendar',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'When we work',
  reply: Calendar,
})

export const changeCalendar = endpoint({
  id: 'workspaces.changeCalendar',
  method: 'PUT',
  path: '/api/v1/calendar',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Change when we work; promises made before keep their time',
  body: z.strictObject(Calendar.shape),
  reply: Calendar,
  errors: ['no_working_time', 'shifts_overlap'],
})
