/** Moments as people and programs write them in sheets. Pure. */
import type { DateOrder } from '../../../contract/imports.ts'
import { zoneOf } from '../../workspaces/index.ts'
import { dayOf, type ShortDate, shortDateIn } from './short-date.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** Perhaps 上午/下午, hour:minute, :second, fraction, AM/PM, zone. */
const clockShape = [
  String.raw`(?:[T,，\s]*(?<half>上午|下午|凌晨|早上|中午|晚上|am|pm)?\s*(?<hour>\d{1,2})(?:[:：]|[时点]\s*)`,
  String.raw`(?:(?<minute>\d{1,2})\s*分?)?(?:[:：]?\s*(?<second>\d{1,2})(?:[.,]\d+)?\s*秒?)?`,
  String.raw`\s*(?<halfAfter>am|pm)?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?$`,
].join('')
const yearFirst = new RegExp(
  String.raw`^(?<year>\d{4})(?:[-/.]|年\s*)(?<month>\d{1,2})(?:[-/.]|月\s*)(?<day>\d{1,2})\s*日?${clockShape}`,
  'i',
)
const onlyClock = new RegExp(`^${clockShape}`, 'i')
const compact = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2})(\d{2})(\d{2})?)?$/

/** By what a moment is read. */
export interface TimeReading {
  /** Without a zone of its own a moment is wall-clock time of this one. */
  timeZone: string
  /** Null: not known, so that what could mean two days is `ambiguous`. */
  dateOrder: DateOrder | null
}

/** Null when it cannot be read. */
export function parseSaidAt(cell: string, reading: TimeReading): Date | 'ambiguous' | null {
  const { timeZone, dateOrder } = reading
  const text = cell
    .normalize('NFKC')
    .replace(/星期.|周[一二三四五六日天]/g, ' ')
    .trim()
  const short = shortDateIn(text)
  if (short) {
    const clock = clockIn(onlyClock.exec(short.rest))
    const day = dateOrder === null ? onlyDay(short.days) : short.days.get(dateOrder)
    if (day === undefined || clock === null) return null
    return day === 'ambiguous' ? day : atClock(day, clock, timeZone)
  }
  return fromWritten(text, timeZone) ?? fromCompact(text, timeZone) ?? fromNumber(text, timeZone)
}

function onlyDay(days: ShortDate['days']): number | 'ambiguous' | undefined {
  const different = new Set(days.values())
  return different.size > 1 ? 'ambiguous' : [...different][0]
}

function fromWritten(text: string, timeZone: string): Date | null {
  const found = yearFirst.exec(text)
  const clock = clockIn(found)
  const { year, month, day } = found?.groups ?? {}
  const midnight = dayOf(Number(year), Number(month), Number(day))
  return clock === null || midnight === null ? null : atClock(midnight, clock, timeZone)
}

interface Clock {
  /** After midnight. */
  timeMs: number
  zone: string | undefined
}

function clockIn(found: RegExpExecArray | null): Clock | null {
  if (!found) return null
  const { hour = 0, minute = 0, second = 0, half, halfAfter, zone } = found.groups ?? {}
  const timeMs = timeOf(hourOf(Number(hour), half ?? halfAfter), Number(minute), Number(second))
  return timeMs === null ? null : { timeMs, zone }
}

function atClock(midnight: number, { timeMs, zone }: Clock, timeZone: string): Date {
  const wall = midnight + timeMs
  return zone === undefined ? atWallClock(wall, timeZone) : new Date(wall - offsetMs(zone))
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour > 12) return hour
  if (/下午|晚上|pm/i.test(half)) return hour === 12 ? 12 : hour + 12
  if (half === '中午') return hour < 3 ? hour + 12 : hour
  return hour === 12 ? 0 : hour
}

function fromCompact(text: string, timeZone: string): Date | null {
  const parts = compact.exec(text)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const midnight = dayOf(year, month, day)
  const time = timeOf(hour, minute, second)
  return midnight === null || time === null ? null : atWallClock(midnight + time, timeZone)
}

/** Unix seconds or milliseconds, or the days that Excel counts when a date has lost its format. */
function fromNumber(text: string, timeZone: string): Date | null {
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000)
  if (/^\d{12,13}$/.test(text)) return new Date(Number(text))
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  const days = Number(text)
  if (days < 25_569) return null
  return atWallClock(Math.round((days - 25_569) * 86_400) * 1000, timeZone)
}

/** After midnight; null for a time that no clock shows. */
function timeOf(hour: number, minute: number, second: number): number | null {
  if (hour > 24 || minute > 59 || second > 60) return null
  if (hour === 24 && (minute > 0 || second > 0)) return null
  return (hour * 3600 + minute * 60 + second) * 1000
}

/** A time that the clock shows twice is the first; one it skips is as long after midnight. */
function atWallClock(wall: number, timeZone: string): Date {
  const day = Math.floor(wall / dayMs)
  const stretches = zoneOf(timeZone).stretchesOf(day)
  const shown = stretches.find(
    ({ start, end, offset }) => wall - offset >= start && wall - offset < end,
  )
  return new Date(wall - (shown ?? stretches[0] ?? { offset: 0 }).offset)
}

function offsetMs(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  if (sign === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteMs
}
