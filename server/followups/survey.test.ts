import { describe, expect, it } from 'vitest'
import { type Asking, askedEveryMs, whomToAsk } from './survey.ts'

const now = new Date('2026-03-09T02:00:00Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const due = (id: string, number: number, ...people: string[]): Asking => ({ id, number, people })

describe('whom to ask', () => {
  it('asks everybody once, about what is due first', () => {
    const several = [due('a', 1, 'mei'), due('b', 2, 'lan'), due('c', 3, 'mei')]
    expect(whomToAsk(several, new Map(), now)).toEqual({
      ask: ['a', 'b'],
      spare: [{ id: 'c', askedAbout: 1 }],
    })
  })

  it('takes guests with the same address for one person', () => {
    const guests = [due('a', 1, 'guest-1', 'guest-2'), due('b', 2, 'guest-2', 'guest-1')]
    expect(whomToAsk(guests, new Map(), now).ask).toEqual(['a'])
  })

  it('spares whoever was asked within the week, and not a moment longer', () => {
    const asked = (ms: number) => new Map([['mei', { number: 7, at: ago(ms) }]])
    const one = [due('a', 1, 'guest', 'mei')]
    expect(whomToAsk(one, asked(askedEveryMs - 1), now)).toEqual({
      ask: [],
      spare: [{ id: 'a', askedAbout: 7 }],
    })
    expect(whomToAsk(one, asked(askedEveryMs), now).ask).toEqual(['a'])
  })

  it('a person who is spared does not stand in anybody’s way', () => {
    const ofLate = new Map([['mei', { number: 7, at: ago(1) }]])
    const chain = [due('a', 1, 'guest', 'mei'), due('b', 2, 'guest')]
    expect(whomToAsk(chain, ofLate, now).ask).toEqual(['b'])
  })
})
