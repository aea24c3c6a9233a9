/** Days and moments as customers read them in what we send: as the portal and the console write them. */
import type { Locale } from '../../contract/values.ts'

interface Place {
  locale: Locale
  timeZone: string
}

/** Within a sentence: `11 月 22 日 14:30`, `14:30 on 22 Nov`. */
export function momentWords(at: Date, { locale, timeZone }: Place): string {
  const { month, day, monthName, clock } = partsOf(at, timeZone)
  return locale === 'en' ? `${clock} on ${day} ${monthName}` : `${month} 月 ${day} 日 ${clock}`
}

/** `2026 年 11 月 22 日`, `22 Nov 2026`. */
export function dayWords(at: Date, { locale, timeZone }: Place): string {
  const { year, month, day, monthName } = partsOf(at, timeZone)
  return locale === 'en' ? `${day} ${monthName} ${year}` : `${year} 年 ${month} 月 ${day} 日`
}

function partsOf(at: Date, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...options })
  const told = format({
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    told.find((one) => one.type === type)?.value ?? ''
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    monthName: format({ month: 'short' }).format(at),
    clock: `${part('hour')}:${part('minute')}`,
  }
}
