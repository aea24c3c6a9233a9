import type { CaseRow } from '../../contract/cases.ts'
import { dayMs, hourMs, inZone, type TimeWords } from '../ui/moment.ts'

const minuteMs = 60_000
/** Within the hour it is a matter of minutes; within six, of hours; then the clock time says more. */
const soonMs = hourMs
const todayMs = 6 * hourMs

export interface Remaining {
  text: string
  tone: 'late' | 'warn' | 'calm'
}

/** How much of a promise is left: `剩 38 分`, `剩 2 小时`, `今天 18:00`, `超 12 分`. */
export function remaining(
  promisedAt: string,
  now: number,
  zone: string,
  words: TimeWords,
): Remaining {
  const left = Date.parse(promisedAt) - now
  if (left < 0) return { text: lateBy(-left, words), tone: 'late' }
  if (left < soonMs) {
    return { text: words.left.minutes(Math.max(1, Math.ceil(left / minuteMs))), tone: 'warn' }
  }
  if (left < todayMs) return { text: words.left.hours(Math.floor(left / hourMs)), tone: 'calm' }
  return { text: dueAt(promisedAt, now, zone, words), tone: 'calm' }
}

/** `超 12 分`, `超 3 小时`, `超 2 天`. */
export function lateBy(ms: number, words: TimeWords): string {
  if (ms < hourMs) return words.late.minutes(Math.max(1, Math.floor(ms / minuteMs)))
  if (ms < dayMs) return words.late.hours(Math.floor(ms / hourMs))
  return words.late.days(Math.floor(ms / dayMs))
}

function dueAt(at: string, now: number, zone: string, words: TimeWords): string {
  const due = inZone(at, zone)
  const days = due.startOf('day').diff(inZone(now, zone).startOf('day'), 'day')
  if (days === 0) return `${words.today} ${due.format('HH:mm')}`
  if (days === 1) return `${words.tomorrow} ${due.format('HH:mm')}`
  return due.format(words.monthDay)
}

/** Until when we owe an answer, the first or, once it was opened again, the next; null: none is owed. */
export function owedUntil(
  row: Pick<CaseRow, 'firstReplyAt' | 'state' | 'promise' | 'promisedAt' | 'answerDueAt'>,
): string | null {
  if (row.state === 'closed') return null
  if (row.answerDueAt !== null) return row.answerDueAt
  return row.firstReplyAt === null && row.promise !== 'void' ? row.promisedAt : null
}

/** 0–1: how much of the promised time is gone. */
export function spent(openedAt: string, promisedAt: string, now: number): number {
  const whole = Date.parse(promisedAt) - Date.parse(openedAt)
  if (whole <= 0) return 1
  return Math.min(1, Math.max(0, (now - Date.parse(openedAt)) / whole))
}
