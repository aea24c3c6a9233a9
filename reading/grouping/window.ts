/**
 * The texts that newer ones are compared with, and how many of them hold each term. Memory is bounded:
 * beyond `capacity` the oldest go. Texts are found by the terms they share, the newest first, looking at
 * a bounded number for each, so that one more costs the same however many there are.
 */
import { isAnchor, isPlace, type Print } from './print.ts'
import { rarityOf } from './rarity.ts'

/** One text in the window. */
export interface Kept {
  readonly id: string
  /** Places of its terms in the window's vocabulary, and how loudly each is said. */
  readonly terms: Int32Array
  readonly weights: Float32Array
  length: number
  reckoning: number
}

export interface Neighbour {
  id: string
  /** 0–1. */
  likeness: number
}

export interface Window {
  readonly size: number
  has(id: string): boolean
  /** Takes a text in. Returns the ids of those that went for it. */
  add(id: string, print: Print): string[]
  remove(id: string): void
  /** The other texts most alike to one that is here, best first. */
  near(id: string, limit: number): Neighbour[]
  /** How alike each of these is to one that is here; those that are not here are left out. */
  compare(id: string, others: Iterable<string>): Neighbour[]
}

/** What feedback of any trade says counts as much as so many texts of this window. */
const priorTexts = 300
const termsLookedUp = 24
const entriesLookedAt = 160
const closelyCompared = 48
/** Rarities are reckoned anew when so large a share of the window is new. */
const freshShare = 0.1
/** Alike are texts that have so many things of the matter in common, short ones fewer. */
const leastMatters = 2
const mattersEach = 3
/** The same grievance in another place is another matter. */
const elsewhereCounts = 0.6

export function openWindow(capacity: number): Window {
  const places = new Map<string, number>()
  const free: number[] = []
  const holders: Kept[][] = []
  const counts: number[] = []
  const background: number[] = []
  const anchors: boolean[] = []
  const named: boolean[] = []
  const rarity: number[] = []
  const texts = new Map<string, Kept>()
  let reckoning = 1
  let fresh = 0

  /** How telling a term is: in this window and, before that has seen much, in feedback at large. */
  function tellingOf(count: number, usual: number): number {
    const share = 1 / Math.max(1, Math.exp(usual) - 1)
    return Math.log(1 + (texts.size + priorTexts) / Math.max(0.5, count + priorTexts * share))
  }

  function placeOf(term: string): number {
    const known = places.get(term)
    if (known !== undefined) return known
    const place = free.pop() ?? holders.length
    places.set(term, place)
    holders[place] = []
    counts[place] = 0
    background[place] = rarityOf(term)
    anchors[place] = isAnchor(term)
    named[place] = isPlace(term)
    rarity[place] = tellingOf(1, background[place])
    return place
  }

  function reckon(): void {
    reckoning += 1
    fresh = 0
    for (const [term, place] of places) {
      const count = counts[place] as number
      rarity[place] = tellingOf(count, background[place] as number)
      if (count > 0) continue
      places.delete(term)
      holders[place] = []
      free.push(place)
    }
  }

  function lengthOf(text: Kept): number {
    if (text.reckoning === reckoning) return text.length
    let sum = 0
    for (let at = 0; at < text.terms.length; at += 1) {
      const value = (text.weights[at] as number) * (rarity[text.terms[at] as number] as number)
      sum += value * value
    }
    text.length = Math.sqrt(sum) || 1
    text.reckoning = reckoning
    return text.length
  }

  function remove(id: string): void {
    const text = texts.get(id)
    if (text === undefined) return
    texts.delete(id)
    for (const place of text.terms) counts[place] = (counts[place] as number) - 1
  }

  /** What each of its terms is worth, to compare others with. */
  function asked(text: Kept) {
    const worth = new Map<number, number>()
    let matters = 0
    let names = 0
    for (let at = 0; at < text.terms.length; at += 1) {
      const place = text.terms[at] as number
      worth.set(place, (text.weights[at] as number) * (rarity[place] as number))
      if (anchors[place]) matters += 1
      if (named[place]) names += 1
    }
    return { worth, length: lengthOf(text), matters, names }
  }

  function likeness(one: ReturnType<typeof asked>, other: Kept): number {
    let product = 0
    let matter = 0
    let matters = 0
    let sharedMatters = 0
    let names = 0
    let sharedNames = 0
    for (let at = 0; at < other.terms.length; at += 1) {
      const place = other.terms[at] as number
      if (anchors[place]) matters += 1
      if (named[place]) names += 1
      const value = one.worth.get(place)
      if (value === undefined) continue
      const part = value * (other.weights[at] as number) * (rarity[place] as number)
      product += part
      if (named[place]) sharedNames += 1
      if (!anchors[place]) continue
      sharedMatters += 1
      matter += part
    }
    const fewer = Math.min(one.matters, matters)
    if (sharedMatters < Math.min(leastMatters, Math.max(1, Math.ceil(fewer / mattersEach))))
      return 0
    const elsewhere = one.names > 0 && names > 0 && sharedNames === 0
    const alike = (product + matter) / 2 / (one.length * lengthOf(other))
    return Math.min(1, elsewhere ? alike * elsewhereCounts : alike)
  }

  /** Those that share the most telling terms, roughly; each list is kept to what is still there. */
  function candidates(worth: Map<number, number>): Kept[] {
    const scores = new Map<Kept, number>()
    const looked = [...worth].sort((one, other) => other[1] - one[1]).slice(0, termsLookedUp)
    for (const [place, value] of looked) {
      const list = holders[place] as Kept[]
      let seen = 0
      for (let at = list.length - 1; at >= 0 && seen < entriesLookedAt; at -= 1) {
        const text = list[at] as Kept
        if (texts.get(text.id) !== text) continue
        seen += 1
        scores.set(text, (scores.get(text) ?? 0) + (value * value) / lengthOf(text))
      }
      if (list.length > 2 * (counts[place] as number) + 16)
        holders[place] = list.filter((text) => texts.get(text.id) === text)
    }
    return [...scores]
      .sort((one, other) => other[1] - one[1])
      .slice(0, closelyCompared)
      .map(([text]) => text)
  }

  return {
    get size() {
      return texts.size
    },
    has: (id) => texts.has(id),
    add(id, print) {
      remove(id)
      const terms = Int32Array.from(print.terms, placeOf)
      const text = { id, terms, weights: Float32Array.from(print.weights), length: 1, reckoning: 0 }
      texts.set(id, text)
      for (const place of terms) {
        counts[place] = (counts[place] as number) + 1
        holders[place]?.push(text)
      }
      fresh += 1
      const gone: string[] = []
      for (const oldest of texts.keys()) {
        if (texts.size <= capacity) break
        remove(oldest)
        gone.push(oldest)
      }
      if (fresh > Math.max(16, freshShare * texts.size)) reckon()
      return gone
    },
    remove,
    near(id, limit) {
      const text = texts.get(id)
      if (text === undefined) return []
      const one = asked(text)
      return candidates(one.worth)
        .filter((other) => other !== text)
        .map((other) => ({ id: other.id, likeness: likeness(one, other) }))
        .filter((found) => found.likeness > 0)
        .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
    },
    compare(id, others) {
      const text = texts.get(id)
      if (text === undefined) return []
      const one = asked(text)
      return [...others].flatMap((other) => {
        const found = texts.get(other)
        return found && found !== text ? [{ id: other, likeness: likeness(one, found) }] : []
      })
    },
  }
}
