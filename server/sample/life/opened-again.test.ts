import { describe, expect, it } from 'vitest'
import { reject, reopenForLowScore } from './customer-steps.ts'
import { openDice } from './dice.ts'
import type { Life } from './life.ts'
import type { Said } from './said.ts'
import { answer } from './team-steps.ts'
import type { World } from './world.ts'

/** Friday 2026-03-06, 17:00 in Shanghai: of the working day one hour is left. */
const friday = Date.parse('2026-03-06T09:00:00Z')
const monday = new Date('2026-03-09T04:00:00Z')
const day: [number, number][] = [[540, 1080]]

function aClosedLife(promise: 'kept' | 'broken'): Life {
  const world = {
    now: friday + 30 * 86_400_000,
    dice: openDice('again'),
    settings: { promiseMinutes: 240, timeZone: 'Asia/Shanghai' } as World['settings'],
    calendar: { week: [day, day, day, day, day, [], []], chineseHolidays: false, exceptions: [] },
  } as Partial<World> as World
  const closedAt = new Date(friday - 3_600_000)
  return {
    world,
    said: { voice: 'plain', talk: { say: (line: string) => line } as Said['talk'] } as Said,
    row: {
      id: '01900000-0000-7000-8000-000000000001',
      version: 1,
      entry: 'feedback',
      state: 'closed',
      resolution: 'solved',
      priority: 'normal',
      first_reply_at: promise === 'kept' ? closedAt : null,
      promised_at: new Date(friday + 1000),
      promise,
      closed_at: closedAt,
      confirmed: null,
      answer_due_at: null,
    } as Partial<Life['row']> as Life['row'],
    clock: friday,
    lastMs: friday,
    stopped: false,
    pending: [],
    words: [],
    messages: [],
    events: [],
    deliveries: [],
    invitations: [],
    answers: 0,
    reopenings: 0,
  } as Partial<Life> as Life
}

describe('a case of the sample that is opened again', () => {
  it('is owed another answer in working time, until it is answered', () => {
    const life = aClosedLife('kept')
    reopenForLowScore(life)
    expect(life.row.answer_due_at).toEqual(monday)
    answer(life, friday + 60_000, { id: 'm', name: '周办' } as never, '再看一次')
    expect(life.row.answer_due_at).toBeNull()
    // Not solved, though it was not closed.
    expect(reject(life, friday + 120_000, '还是不行')).toBe(true)
    expect(life.row.answer_due_at).toEqual(new Date(monday.getTime() + 120_000))
  })

  it('is owed what was promised first while that still runs', () => {
    const life = aClosedLife('broken')
    reopenForLowScore(life)
    expect(life.row).toMatchObject({ promise: 'running', answer_due_at: null })
  })
})
