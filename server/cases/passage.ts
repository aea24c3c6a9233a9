/** The words around what a search found. Pure. */
import type { Passage } from '../../contract/cases.ts'
import { normalise } from '../../reading/index.ts'

/** A hit so far on is seen in one line of the list. */
const leadLength = 12
const passageLength = 80

/**
 * Where the needles, normalised, stand in a text, however it is written; null when none does. A text
 * whose first hit stands far on begins shortly before it.
 */
export function passageOf(text: string, needles: readonly string[]): Passage | null {
  const { folded, origin } = fold(text)
  const found = needles.flatMap((needle) => occurrences(folded, needle))
  const hits = joined(found.map(([from, to]) => [origin[from] ?? 0, endOf(origin, to)]))
  const first = hits[0]
  if (!first) return null
  const from = first[0] <= leadLength ? 0 : startOf(text, first[0] - leadLength / 2)
  const before = from > 0 ? '…' : ''
  const until = startOf(text, Math.max(from + passageLength, first[1]))
  const shift = before.length - from
  return {
    text: before + text.slice(from, until) + (until < text.length ? '…' : ''),
    hits: hits
      .filter(([, to]) => to <= until)
      .map(([at, to]): [number, number] => [at + shift, to - at]),
  }
}

/**
 * Plain words, of characters that are each folded to one unit whatever stands beside them: they are
 * folded at once. Any other character may become more, or none, or close up with its neighbour.
 */
const pieces = (() => {
  const plain = '[\\x21-\\x7e\\u3001-\\u3003\\u4e00-\\u9fff\\uff01-\\uff5e]+'
  return new RegExp(`(${plain}(?: ${plain})*)|.`, 'gsu')
})()

/** The text as it is compared, and for each of its units where in the text it comes from. */
function fold(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const [piece, plainWords] of text.matchAll(pieces)) {
    const said = /^\s$/.test(piece) ? ' ' : normalise(piece)
    const step = plainWords === undefined ? 0 : 1
    if (said !== ' ' || !folded.endsWith(' ')) {
      folded += said
      for (let unit = 0; unit < said.length; unit += 1) origin.push(at + unit * step)
    }
    at += piece.length
  }
  return { folded, origin: [...origin, text.length] }
}

/** Where the character ends that the unit before `to` comes from, however many units it became. */
function endOf(origin: readonly number[], to: number): number {
  let end = to
  while (origin[end] === origin[to - 1]) end += 1
  return origin[end] as number
}

function occurrences(text: string, needle: string): [number, number][] {
  const all: [number, number][] = []
  if (needle === '') return all
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
    all.push([at, at + needle.length])
  return all
}

/** In order, those that touch made one. */
function joined(spans: [number, number][]): [number, number][] {
  const all: [number, number][] = []
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all
}

/** Never in the middle of a character. */
function startOf(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
}
