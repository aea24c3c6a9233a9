import { describe, expect, it } from 'vitest'
import { newId, sameSecret, signedCode } from './ids.ts'

describe('ids', () => {
  it('are UUIDv7, unique, and sort in the order of making even within a millisecond and a clock that steps back', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => newId(1_800_000_000_000 - (i % 3)))
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(ids)
    for (const id of ids.slice(0, 100))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('signed codes differ by secret, purpose and subject, and are easy to copy', () => {
    const codes = [
      signedCode('s', 'claim', 'a', 10),
      signedCode('t', 'claim', 'a', 10),
      signedCode('s', 'survey', 'a', 10),
      signedCode('s', 'claim', 'b', 10),
    ]
    expect(new Set(codes).size).toBe(4)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(signedCode('s', 'claim', 'a', 10)).toBe(codes[0])
  })

  it('secrets compare by value', () => {
    expect(sameSecret('abc', 'abc')).toBe(true)
    expect(sameSecret('abc', 'abcd')).toBe(false)
  })
})
