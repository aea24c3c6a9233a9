import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../contract/calendar.ts'
import { addWorkingMinutes, faultOf, shiftsOn, workingMinutesBetween } from './calendar.ts'

const nineToSix: Calendar['week'][number] = [[540, 1080]]
const office: Calendar = {
  week: [nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, [], []],
  chineseHolidays: true,
  exceptions: [],
}
const plain: Calendar = { ...office, chineseHolidays: false }
const shanghai = 'Asia/Shanghai'
const at = (text: string) => new Date(text)
const isWorkingTime = (calendar: Calendar, timeZone: string, from: Date) =>
  workingMinutesBetween(calendar, timeZone, from, new Date(from.getTime() + 1)) > 0

describe('promises in an office in China', () => {
  test('eight hours from ten end at closing time; a minute more is Monday morning', () => {
    expect(addWorkingMinutes(office, shanghai, at('2026-03-06T10:00+08:00'), 480)).toEqual(
      at('2026-03-06T18:00+08:00'),
    )
    expect(addWorkingMinutes(office, shanghai, at('2026-03-06T10:00+08:00'), 481)).toEqual(
      at('2026-03-09T09:01+08:00'),
    )
  })

  test('what arrives at night starts in the morning', () => {
    expect(addWorkingMinutes(office, shanghai, at('2026-03-05T23:30+08:00'), 60)).toEqual(
      at('2026-03-06T10:00+08:00'),
    )
  })

  test('National Day week is free, and the make-up Saturday after it is worked', () => {
    // 2026: off from 1 to 7 October, Saturday 10 October is worked.
    expect(addWorkingMinutes(office, shanghai, at('2026-09-30T17:00+08:00'), 120)).toEqual(
      at('2026-10-08T10:00+08:00'),
    )
    expect(isWorkingTime(office, shanghai, at('2026-10-10T10:00+08:00'))).toBe(true)
    expect(isWorkingTime(plain, shanghai, at('2026-10-10T10:00+08:00'))).toBe(false)
  })

  test('a year whose holidays nobody has published has weekdays and weekends', () => {
    expect(isWorkingTime(office, shanghai, at('2041-10-01T10:00+08:00'))).toBe(true)
    expect(isWorkingTime(office, shanghai, at('2041-10-05T10:00+08:00'))).toBe(false)
  })

  test('the operator’s exceptions are stronger than the holidays', () => {
    const busy: Calendar = {
      ...office,
      exceptions: [
        { day: '2026-10-01', working: true },
        { day: '2026-10-10', working: false },
      ],
    }
    expect(isWorkingTime(busy, shanghai, at('2026-10-01T10:00+08:00'))).toBe(true)
    expect(isWorkingTime(busy, shanghai, at('2026-10-10T10:00+08:00'))).toBe(false)
  })

  test('an extra working day has the hours of a Monday, even where Mondays are free', () => {
    const shop: Calendar = { ...plain, week: [[], [[600, 720]], [], [], [], [], []] }
    const open: Calendar = { ...shop, exceptions: [{ day: '2026-03-08', working: true }] }
    expect(isWorkingTime(open, shanghai, at('2026-03-08T10:30+08:00'))).toBe(true)
  })
})

describe('when the clock changes', () => {
  const nights: Calendar = { ...plain, week: Array.from({ length: 7 }, () => [[60, 240]]) }
  const newYork = 'America/New_York'

  test('an hour that is skipped does not count', () => {
    expect(
      workingMinutesBetween(
        nights,
        newYork,
        at('2026-03-08T00:00-05:00'),
        at('2026-03-08T12:00-04:00'),
      ),
    ).toBe(120)
  })
  test('an hour that is repeated counts twice', () => {
    expect(
      workingMinutesBetween(
        nights,
        newYork,
        at('2026-11-01T00:00-04:00'),
        at('2026-11-01T12:00-05:00'),
      ),
    ).toBe(240)
  })
})

test('what makes a calendar useless', () => {
  expect(faultOf(office)).toBeNull()
  expect(faultOf({ ...office, week: Array.from({ length: 7 }, () => []) })).toBe('no_working_time')
  const overlapping: Calendar['week'][number] = [
    [540, 720],
    [700, 800],
  ]
  expect(faultOf({ ...office, week: [overlapping, [], [], [], [], [], []] })).toBe('shifts_overlap')
  expect(faultOf({ ...office, week: [[[600, 600]], [], [], [], [], [], []] })).toBe(
    'shifts_overlap',
  )
})

describe('against counting minute by minute', () => {
  const zones = [
    'Asia/Shanghai',
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Africa/Cairo',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  ]
  const shifts = fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 4 })
    .map((quarters) => quarters.sort((a, b) => a - b).map((quarter) => quarter * 15))
    .map((edges): Calendar['week'][number] => {
      const day: Calendar['week'][number] = []
      for (let i = 0; i + 1 < edges.length; i += 2)
        day.push([edges[i] as number, edges[i + 1] as number])
      return day
    })
  const calendars = fc
    .record({
      week: fc.array(shifts, { minLength: 7, maxLength: 7 }),
      chineseHolidays: fc.boolean(),
      exceptions: fc.array(
        fc.record({
          day: fc
            .date({
              min: at('2026-01-01T00:00Z'),
              max: at('2026-12-31T00:00Z'),
              noInvalidDate: true,
            })
            .map((date) => date.toISOString().slice(0, 10)),
          working: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
    })
    .filter((calendar: Calendar) => faultOf(calendar) === null)
  /** Half of them near a change of the clock somewhere. */
  const moments = fc
    .oneof(
      fc.date({ min: at('2025-12-20T00:00Z'), max: at('2026-12-31T00:00Z'), noInvalidDate: true }),
      fc
        .constantFrom(
          '2026-03-08',
          '2026-03-29',
          '2026-04-05',
          '2026-10-04',
          '2026-10-25',
          '2026-11-01',
          '2026-04-24',
          '2026-09-06',
        )
        .chain((day) =>
          fc
            .integer({ min: -2880, max: 1440 })
            .map((minute) => new Date(Date.parse(day) + minute * 60_000)),
        ),
    )
    .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))

  function slowlyIsWorking(calendar: Calendar, format: Intl.DateTimeFormat, time: Date): boolean {
    const part = Object.fromEntries(
      format.formatToParts(time).map(({ type, value }) => [type, Number(value)]),
    )
    const day = Date.UTC(part.year as number, (part.month as number) - 1, part.day) / 86_400_000
    const minute = (part.hour as number) * 60 + (part.minute as number)
    return shiftsOn(calendar, day).some(([from, to]) => from <= minute && minute < to)
  }
  const clockOf = (timeZone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })

  test('sums agree, and so does every minute', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.constantFrom(...zones),
        moments,
        fc.integer({ min: 0, max: 4000 }),
        (calendar, zone, from, length) => {
          const clock = clockOf(zone)
          let sum = 0
          for (let i = 0; i < length; i++) {
            const time = new Date(from.getTime() + i * 60_000)
            const working = slowlyIsWorking(calendar, clock, time)
            if (working) sum += 1
            if (i % 97 === 0) expect(isWorkingTime(calendar, zone, time)).toBe(working)
          }
          const to = new Date(from.getTime() + length * 60_000)
          expect(workingMinutesBetween(calendar, zone, from, to)).toBe(sum)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('adding n minutes ends where n minutes have passed, and no sooner', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.constantFrom(...zones),
        moments,
        fc.integer({ min: 1, max: 5000 }),
        (calendar, zone, from, minutes) => {
          const end = addWorkingMinutes(calendar, zone, from, minutes)
          expect(workingMinutesBetween(calendar, zone, from, end)).toBe(minutes)
          expect(isWorkingTime(calendar, zone, new Date(end.getTime() - 60_000))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
