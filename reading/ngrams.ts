/** Pieces of a normalised text that the heads weigh: characters and words, one and two in a row. */

/** N-grams fall into this many buckets. */
export const buckets = 1 << 17

export type Gram = { bucket: number; start: number; end: number }

type Unit = { hash: number; start: number; end: number; joins: boolean }

const space = /\s/

/** Units and neighbouring pairs, in the order of the text. Numbers count by their length alone. */
export function gramsOf(folded: string): Gram[] {
  const grams: Gram[] = []
  let previous: Unit | null = null
  for (const unit of unitsOf(folded)) {
    grams.push({ bucket: bucketOf(unit.hash), start: unit.start, end: unit.end })
    if (previous !== null && unit.joins)
      grams.push({
        bucket: bucketOf(mix(previous.hash, unit.hash + 7)),
        start: previous.start,
        end: unit.end,
      })
    previous = unit
  }
  return grams
}

/** A Chinese character, a Latin word, a number, or any other sign. */
function* unitsOf(folded: string): Generator<Unit> {
  let joins = false
  for (let at = 0; at < folded.length; ) {
    const start = at
    const code = folded.charCodeAt(at)
    if (space.test(folded[at] as string)) {
      joins = false
      at += 1
      continue
    }
    let hash = emptyHash
    if (isWordCode(code)) {
      const allDigits = () => /^\d+$/.test(folded.slice(start, at))
      while (at < folded.length && isWordCode(folded.charCodeAt(at))) at += 1
      hash = allDigits() ? mix(mix(hash, 35), Math.min(at - start, 6)) : hashOf(folded, start, at)
    } else {
      at += (folded.codePointAt(at) as number) > 0xffff ? 2 : 1
      hash = hashOf(folded, start, at)
    }
    yield { hash, start, end: at, joins }
    joins = true
  }
}

const emptyHash = 0x811c9dc5

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}

function hashOf(text: string, start: number, end: number): number {
  let hash = emptyHash
  for (let at = start; at < end; at += 1) hash = mix(hash, text.charCodeAt(at))
  return hash
}

/** One step of FNV-1a. */
function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193)
}

function bucketOf(hash: number): number {
  const folded = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return ((folded ^ (folded >>> 13)) >>> 0) & (buckets - 1)
}
