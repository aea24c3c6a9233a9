import { describe, expect, it } from 'vitest'
import { parseSaidAt, type TimeReading } from './said-at.ts'
import { orderOfDates } from './short-date.ts'

describe('moments', () => {
  it.each([
    ['2020-01-03 08:05', '2020-01-03T00:05:00.000Z'],
    ['2020-01-03 08:05:09', '2020-01-03T00:05:09.000Z'],
    ['2020/1/3 8:05', '2020-01-03T00:05:00.000Z'],
    ['2020.1.3', '2020-01-02T16:00:00.000Z'],
    ['2020年1月3日 8时5分', '2020-01-03T00:05:00.000Z'],
    ['2020年1月3日', '2020-01-02T16:00:00.000Z'],
    ['2020年1月3日 星期五 下午 3:20', '2020-01-03T07:20:00.000Z'],
    ['2020/1/3 上午12:30', '2020-01-02T16:30:00.000Z'],
    ['2020-01-03 03:20:00 PM', '2020-01-03T07:20:00.000Z'],
    ['２０２０－０１－０３　０８：０５', '2020-01-03T00:05:00.000Z'],
    ['2020-01-03T08:05:00Z', '2020-01-03T08:05:00.000Z'],
    ['2020-01-03T08:05:00.123+09:00', '2020-01-02T23:05:00.000Z'],
    ['2020-01-03 24:00', '2020-01-03T16:00:00.000Z'],
    ['20200103', '2020-01-02T16:00:00.000Z'],
    ['20200103080509', '2020-01-03T00:05:09.000Z'],
    ['1578009909', '2020-01-03T00:05:09.000Z'],
    ['1578009909000', '2020-01-03T00:05:09.000Z'],
    ['43833.3368055556', '2020-01-03T00:05:00.000Z'],
  ])('%s', (written, at) => {
    expect(moment(written)).toBe(at)
    // A year in front needs no order, whatever was chosen.
    expect(moment(written, 'dmy')).toBe(at)
  })

  it.each([
    '',
    '昨天',
    '13/13/2020',
    '30.2.2020',
    '1/3/2020 25:00',
    '1/3.2020',
    '2020-13-01',
    '2020-02-30',
    '2020-01-03 25:00',
    '2020',
    '1969-01-01',
    '1/1/1969',
    '00/00/0000',
  ])('cannot read %j', (written) => expect(moment(written)).toBeNull())

  it.each<[string, TimeReading['dateOrder'], string | null]>([
    ['1/3/2020', null, 'ambiguous'],
    ['1/3/2020', 'mdy', '2020-01-02T16:00:00.000Z'],
    ['1/3/2020', 'dmy', '2020-02-29T16:00:00.000Z'],
    ['1/3/2020', 'ymd', null],
    ['13/1/2020', 'mdy', null],
    ['13/1/2020 8:05 PM', null, '2020-01-13T12:05:00.000Z'],
    ['1/13/2020 08:05:09', null, '2020-01-13T00:05:09.000Z'],
    ['3.3.2020', null, '2020-03-02T16:00:00.000Z'],
    ['1-3-20 下午 3:20', 'mdy', '2020-01-03T07:20:00.000Z'],
    ['20/1/3', 'ymd', '2020-01-02T16:00:00.000Z'],
    ['20/1/13', null, 'ambiguous'],
    ['3/1/71', 'dmy', '1971-01-02T16:00:00.000Z'],
    ['1/3/2020T08:05:00Z', 'mdy', '2020-01-03T08:05:00.000Z'],
  ])('%s in the order %s', (written, order, at) => expect(moment(written, order)).toBe(at))

  it.each<[string[], ReturnType<typeof orderOfDates>]>([
    [['1/3/2020', '无', '1/13/2020 8:05', ''], 'mdy'],
    [['1/3/2020', '13/1/2020'], 'dmy'],
    [['20/1/13', '31/1/13'], 'unclear'],
    [['20/1/3', '32/1/3'], 'ymd'],
    [['1/3/2020', '2/4/2020'], 'unclear'],
    // A column of both is nobody's order.
    [['13/1/2020', '1/13/2020', '1/3/2020'], 'unclear'],
    // No day at all says nothing of the others.
    [['00/00/0000', '1/3/2020', '1/13/2020', '99.99.99'], 'mdy'],
    [['3/3/2020'], null],
    [['2020-01-03', '2020/1/3', '43833', '打不开'], null],
    [[], null],
  ])('a column of %j is in the order %s', (cells, order) => expect(orderOfDates(cells)).toBe(order))

  it('of other zones, across a change of the clock', () => {
    const inNewYork = (written: string) => moment(written, null, 'America/New_York')
    expect(inNewYork('2026-03-08 01:30')).toBe('2026-03-08T06:30:00.000Z')
    expect(inNewYork('2026-03-08 03:30')).toBe('2026-03-08T07:30:00.000Z')
  })

  function moment(
    written: string,
    dateOrder: TimeReading['dateOrder'] = null,
    timeZone = 'Asia/Shanghai',
  ): string | null {
    const at = parseSaidAt(written, { timeZone, dateOrder })
    return at instanceof Date ? at.toISOString() : at
  }
})
