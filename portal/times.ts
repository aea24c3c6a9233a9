/** Moments as people say them: today, tomorrow, a day, and the year only when it is another one. */
import type { Locale } from '../contract/values.ts'

interface Reading {
  locale: Locale
  now?: Date
  /** IANA name; the device's own zone unless said. */
  timeZone?: string | undefined
}

/** The end of a promise: `今天 15:20 前`, `by 15:20 tomorrow`. */
export function byWords(at: string, { locale, now = new Date(), timeZone }: Reading): string {
  const moment = partsOf(new Date(at), timeZone)
  const day = dayWords(moment, partsOf(now, timeZone), locale)
  if (locale === 'zh-CN') return `${day} ${moment.clock} 前`
  return isNearby(day) ? `by ${moment.clock} ${day}` : `by ${moment.clock} on ${day}`
}

/** A moment: `今天 09:11`, `yesterday 18:40`, `2025 年 3 月 1 日 08:00`. */
export function atWords(at: string, { locale, now = new Date(), timeZone }: Reading): string {
  const moment = partsOf(new Date(at), timeZone)
  const day = dayWords(moment, partsOf(now, timeZone), locale)
  if (locale === 'zh-CN' || isNearby(day)) return `${day} ${moment.clock}`
  return `${day}, ${moment.clock}`
}

interface Parts {
  year: number
  month: number
  day: number
  clock: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const NEARBY: Record<Locale, Record<number, string>> = {
  'zh-CN': { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

function dayWords(moment: Parts, now: Parts, locale: Locale): string {
  const nearby = NEARBY[locale][dayNumber(moment) - dayNumber(now)]
  if (nearby) return nearby
  const isOtherYear = moment.year !== now.year
  if (locale === 'zh-CN') {
    const day = `${moment.month} 月 ${moment.day} 日`
    return isOtherYear ? `${moment.year} 年 ${day}` : day
  }
  const day = `${moment.day} ${MONTHS[moment.month - 1]}`
  return isOtherYear ? `${day} ${moment.year}` : day
}

const isNearby = (day: string) => Object.values(NEARBY.en).includes(day)
const dayNumber = ({ year, month, day }: Parts) => Date.UTC(year, month - 1, day) / 86_400_000

function partsOf(date: Date, timeZone?: string): Parts {
  const format = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...(timeZone ? { timeZone } : {}),
  })
  const parts = Object.fromEntries(
    format.formatToParts(date).map(({ type, value }) => [type, value]),
  )
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    clock: `${parts.hour}:${parts.minute}`,
  }
}
