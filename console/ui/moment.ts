/** Moments and lengths of time in words. Pure: the caller says what time it is and where. */
import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { useEffect, useState } from 'react'
import type { Words } from '../words/words.tsx'
import 'dayjs/locale/zh-cn'

dayjs.extend(utc)
dayjs.extend(timezone)

export type TimeWords = Words['time']

const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export function inZone(at: string | number | Date, zone: string): dayjs.Dayjs {
  return dayjs(at).tz(zone)
}

/** `今天 18:00`, `昨天 09:11`, `11 月 21 日 09:11`, with the year when it is another one. */
export function moment(at: string, now: number, zone: string, words: TimeWords): string {
  const then = inZone(at, zone)
  const today = inZone(now, zone)
  const days = then.startOf('day').diff(today.startOf('day'), 'day')
  const clock = then.format('HH:mm')
  if (days === 0) return `${words.today} ${clock}`
  if (days === 1) return `${words.tomorrow} ${clock}`
  if (days === -1) return `${words.yesterday} ${clock}`
  return then.format(then.year() === today.year() ? words.monthDayTime : words.fullMoment)
}

/** The day alone: `今天`, `11 月 21 日`, `2025 年 3 月 2 日`. */
export function day(at: string, now: number, zone: string, words: TimeWords): string {
  const then = inZone(at, zone)
  const today = inZone(now, zone)
  if (then.isSame(today, 'day')) return words.today
  return then.format(then.year() === today.year() ? words.monthDay : words.fullDay)
}

/** How long something took, in the one unit that tells: `42 分钟`, `3.5 小时`, `2 天`. */
export function length(ms: number | null, words: TimeWords): string {
  if (ms === null) return words.length.none
  if (ms < minuteMs) return words.length.seconds(Math.round(ms / 1000))
  if (ms < hourMs) return words.length.minutes(Math.round(ms / minuteMs))
  if (ms < 2 * dayMs) return words.length.hours(short(ms / hourMs))
  return words.length.days(short(ms / dayMs))
}

function short(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(1)))
}

/** What time it is, told again every `everyMs`. */
export function useNow(everyMs = 20_000): number {
  const [now, set] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => set(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
