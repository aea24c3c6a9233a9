/** Chance that can be repeated: the same seed tells the same year. */
import { createHash } from 'node:crypto'

export interface Dice {
  /** [0, 1) */
  next(): number
  chance(probability: number): boolean
  between(low: number, high: number): number
  /** Whole numbers, both inclusive. */
  whole(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  weighted<T>(list: readonly T[], weightOf: (one: T) => number): T
  /** As `pick`, but through the whole list before anything comes again. */
  deal<T>(list: readonly T[]): T
  /** A UUIDv7 of that moment. */
  id(atMs: number): string
}

export function openDice(seed: string): Dice {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  const dealt = new Map<readonly unknown[], unknown[]>()

  /** mulberry32 */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const hex = (digits: number) =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')

  const dice: Dice = {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    whole,
    pick<T>(list: readonly T[]): T {
      return list[Math.floor(next() * list.length)] as T
    },
    weighted<T>(list: readonly T[], weightOf: (one: T) => number): T {
      const total = list.reduce((sum, one) => sum + weightOf(one), 0)
      let left = next() * total
      for (const one of list) {
        left -= weightOf(one)
        if (left < 0) return one
      }
      return list.at(-1) as T
    },
    deal<T>(list: readonly T[]): T {
      const left = (dealt.get(list) as T[] | undefined) ?? []
      if (left.length === 0) left.push(...shuffled(list, whole))
      dealt.set(list, left)
      return left.pop() as T
    },
    id(atMs) {
      const time = Math.floor(atMs).toString(16).padStart(12, '0')
      const variant = '89ab'[whole(0, 3)] as string
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
    },
  }
  return dice
}

function shuffled<T>(list: readonly T[], whole: (low: number, high: number) => number): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = whole(0, i)
    const other = copy[j] as T
    copy[j] = copy[i] as T
    copy[i] = other
  }
  return copy
}
