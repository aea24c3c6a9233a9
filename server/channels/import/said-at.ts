/** Moments as people and programs write them in sheets. Pure. */
import { zoneOf } from '../../workspaces/index.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
const earliestYear = 1970

/** year-month-day, then perhaps 上午/下午, hour:minute, :second, fraction, AM/PM, zone. */
const written = new RegExp(
  [
    String.raw`^(\d{4})(?:[-/.]|年\s*)(\d{1,2})(?:[-/.]|月\s*)(\d{1,2})\s*日?`,
    String.raw`(?:[T,，\s]*(上午|下午|凌晨|早上|中午|晚上|am|pm)?\s*(\d{1,2})(?:[:：]|[时点]\s*)`,
    String.raw`(?:(\d{1,2})\s*分?)?(?:[:：]?\s*(\d{1,2})(?:[.,]\d+)?\s*秒?)?\s*(am|pm)?)?`,
    String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$`,
  ].join(''),
  'i',
)
const compact = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2})(\d{2})(\d{2})?)?$/

/** Null when it cannot be read. Without a zone of its own it is wall-clock time of the workspace. */
export function parseSaidAt(cell: string, timeZone: string): Date | null {
  const text = cell
    .normalize('NFKC')
    .replace(/星期.|周[一二三四五六日天]/g, ' ')
    .trim()
  return fromWritten(text, timeZone) ?? fromCompact(text, timeZone) ?? fromNumber(text, timeZone)
}

function fromWritten(text: string, timeZone: string): Date | null {
  const parts = written.exec(text)
  if (!parts) return null
  const [, year, month, day, half, hour, minute, second, halfAfter, zone] = parts
  const clock = hourOf(Number(hour ?? 0), half ?? halfAfter)
  if (clock === null) return null
  const wall = wallClock([year, month, day, clock, minute ?? 0, second ?? 0].map(Number))
  if (wall === null) return null
  return zone === undefined ? atWallClock(wall, timeZone) : new Date(wall - offsetMs(zone))
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour > 12) return hour
  if (/下午|晚上|pm/i.test(half)) return hour === 12 ? 12 : hour + 12
  if (half === '中午') return hour < 3 ? hour + 12 : hour
  return hour === 12 ? 0 : hour
}

function fromCompact(text: string, timeZone: string): Date | null {
  const parts = compact.exec(text)
  if (!parts) return null
  const wall = wallClock(parts.slice(1).map((part) => Number(part ?? 0)))
  return wall === null ? null : atWallClock(wall, timeZone)
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

/** As if it were UTC; null for a day or time that no calendar has. */
function wallClock(parts: number[]): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  if (year < earliestYear || hour > 24 || minute > 59 || second > 60) return null
  if (hour === 24 && (minute > 0 || second > 0)) return null
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null
  return midnight.getTime() + (hour * 3600 + minute * 60 + second) * 1000
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
