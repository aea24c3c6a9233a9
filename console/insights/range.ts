/** Periods of whole days in the workspace's time zone. Pure. */
import { inZone } from '../ui/moment.ts'

export interface Range {
  from: string
  to: string
}
export const presets = ['week', 'month', 'quarter', 'year', 'thisMonth', 'lastMonth'] as const
export type Preset = (typeof presets)[number]

const format = 'YYYY-MM-DD'

export function presetRange(preset: Preset, now: number, zone: string): Range {
  const today = inZone(now, zone)
  const upToToday = (from: typeof today) => ({
    from: from.format(format),
    to: today.format(format),
  })
  switch (preset) {
    case 'week':
      return upToToday(today.subtract(6, 'day'))
    case 'month':
      return upToToday(today.subtract(29, 'day'))
    case 'quarter':
      return upToToday(today.subtract(89, 'day'))
    case 'year':
      return upToToday(today.subtract(1, 'year').add(1, 'day'))
    case 'thisMonth':
      return upToToday(today.startOf('month'))
    case 'lastMonth': {
      const month = today.startOf('month').subtract(1, 'day')
      return { from: month.startOf('month').format(format), to: month.format(format) }
    }
  }
}

const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** The range an address asks for, if it asks for one that makes sense. */
export function rangeIn(search: { from?: unknown; to?: unknown }): Range | null {
  const { from, to } = search
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null
}
