/** When people write: a year of days and hours, with its weeks, its holidays and its three bad days. */
import type { Business, ChannelKind } from '../../../contract/values.ts'
import { type Clock, minuteMs } from './clock.ts'
import type { Dice } from './dice.ts'

export const yearDays = 365
/** The bad days began about seven weeks ago, on a Tuesday before noon. */
const incidentAboutDay = 49
const incidentHour = 11
/** Beside an ordinary day: what came on top on each of the three days, and as it ebbed. */
const incidentExtra = [4.4, 5.9, 4.9, 0.9, 0.4]
/** Monday first. */
const byWeekday = [1.3, 1.1, 1.02, 1, 0.98, 0.86, 0.82]
const byHour = [
  2, 1, 0.5, 0.3, 0.3, 0.5, 1, 2, 3.6, 5, 6, 5.6, 4.8, 4.6, 5, 5.2, 5.3, 5.2, 5.6, 7, 8, 8.4, 7,
  4.4,
]

export interface Arrival {
  saidAt: number
  receivedAt: number
  channel: ChannelKind
  /** Written because of what broke on the three days. */
  incident: boolean
  /** Of the last hours, and nobody has got to it yet. */
  fresh?: true
}

export interface Season {
  business: Business
  clock: Clock
  dice: Dice
  now: number
  cases: number
}

/** In the order in which they were received. */
export function arrivalsOf(season: Season): Arrival[] {
  const { clock, dice, now, cases } = season
  const today = clock.dayOf(now)
  const first = today - yearDays + 1
  const days = Array.from({ length: yearDays }, (_, i) => first + i)
  const weights = days.map((day) => weightOf(season, day, (day - first) / yearDays))
  const elapsed = hoursUntil(clock.minuteOf(now)) / hoursUntil(24 * 60)
  weights[weights.length - 1] = (weights.at(-1) ?? 0) * elapsed
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const extra = incidentExtra.reduce((total, one) => total + one, 0)
  const perWeight = cases / (sum + extra * 1.15)

  const arrivals: Arrival[] = []
  for (const [index, day] of days.entries()) {
    const count = roughly(dice, (weights[index] ?? 0) * perWeight)
    for (let i = 0; i < count; i++) {
      const at = moment(season, day, 0, now)
      if (at !== null)
        arrivals.push({ saidAt: at, receivedAt: at, channel: channelOf(dice), incident: false })
    }
  }
  for (const [offset, times] of incidentExtra.entries()) {
    const day = incidentDay(clock, now) + offset
    const count = Math.round(times * perWeight * 1.15)
    for (let i = 0; i < count; i++) {
      const at = moment(season, day, offset === 0 ? incidentHour : 0, now)
      const channel = dice.chance(0.62) ? 'api' : 'portal'
      if (at !== null) arrivals.push({ saidAt: at, receivedAt: at, channel, incident: true })
    }
  }
  return withSheets(season, arrivals).sort((a, b) => a.receivedAt - b.receivedAt)
}

/** The first of the three days. */
export function incidentDay(clock: Clock, now: number): number {
  const about = clock.dayOf(now) - incidentAboutDay
  return about - clock.weekday(about) + 1
}

export function incidentStart(clock: Clock, now: number): number {
  return clock.at(incidentDay(clock, now), incidentHour * 60)
}

/** What was written down on the phone came in with a sheet at the end of its month. */
function withSheets({ clock, now }: Season, arrivals: Arrival[]): Arrival[] {
  const today = clock.dayOf(now)
  return arrivals.map((arrival) => {
    if (arrival.channel !== 'import') return arrival
    const sheetDay = today - Math.floor((today - clock.dayOf(arrival.saidAt)) / 30) * 30
    const monday = sheetDay + ((7 - clock.weekday(sheetDay)) % 7)
    const receivedAt = clock.at(monday, 10 * 60 + 20)
    return receivedAt > now || receivedAt <= arrival.saidAt
      ? { ...arrival, channel: 'portal' }
      : { ...arrival, receivedAt }
  })
}

function weightOf({ clock, business }: Season, day: number, progress: number): number {
  const growth = 0.8 + 0.4 * progress
  return growth * (byWeekday[clock.weekday(day)] ?? 1) * seasonal(business, clock.monthDay(day))
}

function seasonal(business: Business, monthDay: string): number {
  const within = (from: string, to: string) => monthDay >= from && monthDay <= to
  if (within('01-29', '02-06')) return 0.62
  if (within('10-01', '10-05')) return 0.8
  if (business !== 'store' && business !== 'wallet') return 1
  const strength = business === 'store' ? 1 : 0.4
  if (within('06-18', '06-20') || within('11-11', '11-13')) return 1 + 0.85 * strength
  if (within('06-05', '06-25') || within('11-01', '11-20')) return 1 + 0.4 * strength
  if (within('12-12', '12-14')) return 1 + 0.35 * strength
  return 1
}

/** A time of that day by the hours people have; null when it is still to come. */
function moment(
  { clock, dice }: Season,
  day: number,
  fromHour: number,
  now: number,
): number | null {
  for (let tries = 0; tries < 12; tries++) {
    const hour = dice.weighted(
      byHour.map((weight, h) => ({ h, weight })).slice(fromHour),
      (one) => one.weight,
    ).h
    const at = clock.at(day, hour * 60) + Math.floor(dice.next() * 60 * minuteMs)
    if (at < now) return at
  }
  return null
}

function channelOf(dice: Dice): ChannelKind {
  const roll = dice.next()
  if (roll < 0.5) return 'portal'
  return roll < 0.945 ? 'api' : 'import'
}

function hoursUntil(minute: number): number {
  const whole = byHour.slice(0, Math.floor(minute / 60)).reduce((sum, one) => sum + one, 0)
  return whole + ((byHour[Math.floor(minute / 60)] ?? 0) * (minute % 60)) / 60
}

/** Spread as counts are. */
function roughly(dice: Dice, mean: number): number {
  const noise = dice.next() + dice.next() + dice.next() - 1.5
  return Math.max(0, Math.round(mean + noise * Math.sqrt(mean)))
}
