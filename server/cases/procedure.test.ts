import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolutions } from '../../contract/cases.ts'
import { Refusal } from '../platform/errors.ts'
import type { Standing } from './procedure.ts'
import * as procedure from './procedure.ts'

const opened = new Date('2026-03-06T02:00:00Z')
const minute = 60_000
const later = (minutes: number) => new Date(opened.getTime() + minutes * minute)

const fresh: Standing = {
  entry: 'feedback',
  state: 'open',
  resolution: null,
  priority: 'normal',
  urges: 0,
  urged_at: null,
  active_at: opened,
  first_reply_at: null,
  promised_at: later(480),
  promise: 'running',
  closed_at: null,
  confirmed: null,
  confirmed_at: null,
}
const history: Standing = {
  ...fresh,
  state: 'closed',
  resolution: 'explained',
  promise: 'void',
  closed_at: opened,
}

const reasons = resolutions.filter((resolution) => resolution !== 'withdrawn')
const acts = {
  answer: procedure.answer,
  add: procedure.add,
  withdraw: procedure.withdraw,
  reopen: procedure.reopen,
  urge: procedure.urge,
  confirm: procedure.confirm,
  reject: procedure.reject,
  ...Object.fromEntries(
    reasons.map((resolution) => [
      `close:${resolution}`,
      (standing: Standing, at: Date) => procedure.close(standing, resolution, at),
    ]),
  ),
} as Record<string, (standing: Standing, at: Date) => procedure.Change>

/** Applies an act; a refusal leaves everything as it was. */
function attempt(
  standing: Standing,
  act: string,
  at: Date,
): { after: Standing; code: string | null } {
  try {
    return { after: { ...standing, ...acts[act]?.(standing, at) }, code: null }
  } catch (error) {
    if (error instanceof Refusal) return { after: standing, code: error.code }
    throw error
  }
}

const having = (...steps: [string, number][]): Standing =>
  steps.reduce((standing, [act, minutes]) => {
    const { after, code } = attempt(standing, act, later(minutes))
    expect(code, act).toBeNull()
    return after
  }, fresh)

describe('whatever happens to a case, in whatever order', () => {
  const steps = fc.array(
    fc.record({
      act: fc.constantFrom(...Object.keys(acts)),
      minutes: fc.integer({ min: 0, max: 400 }),
    }),
    { maxLength: 30 },
  )

  test('its parts agree with each other', () => {
    fc.assert(
      fc.property(fc.constantFrom(fresh, history), steps, (first, many) => {
        let standing = first
        let now = 0
        for (const { act, minutes } of many) {
          now += minutes
          const before = standing
          standing = attempt(before, act, later(now)).after
          const isClosed = standing.state === 'closed'
          expect(standing.closed_at !== null).toBe(isClosed)
          expect(standing.resolution !== null).toBe(isClosed)
          if (standing.state === 'waiting') expect(standing.first_reply_at).not.toBeNull()
          if (standing.promise === 'running') {
            expect(standing.first_reply_at).toBeNull()
            expect(isClosed).toBe(false)
          }
          if (standing.promise === 'kept')
            expect(standing.first_reply_at?.getTime()).toBeLessThanOrEqual(
              standing.promised_at.getTime(),
            )
          if (before.first_reply_at) {
            expect(standing.first_reply_at).toEqual(before.first_reply_at)
            expect(standing.promise).toBe(before.promise)
          }
          if (before.promise === 'void') expect(standing.promise).toBe('void')
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what was withdrawn comes back only by a member', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(acts)), (act) => {
        const withdrawn = having(['withdraw', 10])
        const { after: then } = attempt(withdrawn, act, later(20))
        expect(then.state === 'open').toBe(act === 'reopen')
      }),
    )
  })
})

describe('the promise', () => {
  test('is kept by an answer at the last moment and broken by one a moment later', () => {
    expect(having(['answer', 480]).promise).toBe('kept')
    expect(procedure.answer(fresh, new Date(later(480).getTime() + 1)).promise).toBe('broken')
  })

  test('stays broken when the answer comes after the clock said so', () => {
    const overdue: Standing = { ...fresh, promise: 'broken' }
    expect(procedure.answer(overdue, later(500)).promise).toBe('broken')
  })

  test('closed unanswered counts as not answered, unless reopened and answered in time', () => {
    expect(having(['close:duplicate', 10]).promise).toBe('broken')
    expect(having(['close:duplicate', 10], ['reopen', 20]).promise).toBe('running')
    expect(having(['close:duplicate', 10], ['reopen', 20], ['answer', 30]).promise).toBe('kept')
    expect(having(['close:duplicate', 10], ['reopen', 500]).promise).toBe('broken')
  })

  test('is void when taken back in time, and stays broken when taken back too late', () => {
    expect(having(['withdraw', 10]).promise).toBe('void')
    expect(procedure.withdraw({ ...fresh, promise: 'broken' }, later(500)).promise).toBe('broken')
    expect(having(['answer', 10], ['withdraw', 20]).promise).toBe('kept')
  })
})

describe('closing', () => {
  test.each(['solved', 'explained', 'not_solvable'] as const)(
    'as %s needs an answer first',
    (as) => {
      expect(attempt(fresh, `close:${as}`, later(1)).code).toBe('answer_first')
      expect(having(['answer', 1], [`close:${as}`, 2]).resolution).toBe(as)
    },
  )
  test.each(['duplicate', 'no_reply'] as const)('as %s does not', (as) => {
    expect(having([`close:${as}`, 1]).resolution).toBe(as)
  })
  test('twice is refused, and so is answering then', () => {
    const closed = having(['answer', 1], ['close:solved', 2])
    expect(attempt(closed, 'close:solved', later(3)).code).toBe('case_already_closed')
    expect(attempt(closed, 'withdraw', later(3)).code).toBe('case_already_closed')
    expect(attempt(closed, 'urge', later(3)).code).toBe('case_already_closed')
    expect(attempt(closed, 'answer', later(3)).code).toBe('case_closed')
  })
})

describe('the customer', () => {
  test('urges once in four hours, each time one step up', () => {
    const urged = having(['urge', 1])
    expect([urged.priority, urged.urges]).toEqual(['high', 1])
    expect(attempt(urged, 'urge', later(240)).code).toBe('urged_recently')
    expect(attempt(urged, 'urge', later(241)).after).toMatchObject({ priority: 'urgent', urges: 2 })
  })
  test('cannot judge before there is an answer', () => {
    expect(attempt(fresh, 'confirm', later(1)).code).toBe('nothing_to_confirm')
    expect(attempt(fresh, 'reject', later(1)).code).toBe('nothing_to_confirm')
    expect(procedure.awaitsVerdict(fresh)).toBe(false)
  })
  test('is not asked to judge what was closed without an answer of its own', () => {
    for (const how of ['close:no_reply', 'close:duplicate']) {
      const closed = having(['answer', 1], [how, 2])
      expect(procedure.awaitsVerdict(closed)).toBe(false)
      for (const verdict of ['confirm', 'reject'])
        expect(attempt(closed, verdict, later(3)).code).toBe('nothing_to_confirm')
    }
    expect(procedure.awaitsVerdict(having(['answer', 1], ['close:explained', 2]))).toBe(true)
  })
  test('judges once, and not while the next word is ours', () => {
    for (const standing of [
      having(['answer', 1], ['confirm', 2]),
      having(['answer', 1], ['add', 2]),
    ])
      for (const verdict of ['confirm', 'reject'])
        expect(attempt(standing, verdict, later(3)).code).toBe('nothing_to_confirm')
  })
  test('ends a case by confirming, and goes on by rejecting', () => {
    expect(having(['answer', 1], ['confirm', 2])).toMatchObject({
      state: 'closed',
      resolution: 'solved',
      confirmed: true,
    })
    expect(having(['answer', 1], ['close:solved', 2], ['reject', 3])).toMatchObject({
      state: 'open',
      confirmed: false,
      closed_at: null,
    })
    expect(having(['answer', 1], ['close:not_solvable', 2], ['confirm', 3])).toMatchObject({
      resolution: 'not_solvable',
      confirmed: true,
    })
  })
  test('who finds the answer to a suggestion clear has it explained, not solved', () => {
    const answered = { ...having(['answer', 1]), entry: 'suggestion' as const }
    expect(attempt(answered, 'confirm', later(2)).after).toMatchObject({
      state: 'closed',
      resolution: 'explained',
      confirmed: true,
    })
    const done = { ...answered, ...procedure.close(answered, 'solved', later(2)) }
    expect(attempt(done, 'confirm', later(3)).after.resolution).toBe('solved')
  })
  test('says more on a closed case and opens it again', () => {
    expect(having(['answer', 1], ['close:solved', 2], ['add', 3]).state).toBe('open')
  })
})
