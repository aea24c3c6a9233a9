import { readFileSync } from 'node:fs'

const names = readFileSync(new URL('./lexicons/places.txt', import.meta.url), 'utf8')
  .replace(/^#.*$/gm, '')
  .trim()
  .split(/\s+/)
  .sort((one, other) => other.length - one.length)
/** Most texts hold none of these pairs of characters, so that most need no more than a look. */
const beginnings = new Set(names.map((name) => pairAt(name, 0)))
const any = names.join('|')

/** A province or city with the word that says which it is, or right before a part of itself. */
const place = new RegExp(
  `(?:${any})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|特别行政区|縣|(?=(?:${any})(?:市|县|區|区))|(?=[\\u4e00-\\u9fff]{2,4}(?:区|區)))`,
  'y',
)

type Place = { start: number; end: number }

/** Provinces and cities in the order of the text; linear in its length. */
export function placesIn(text: string): Place[] {
  const places: Place[] = []
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (!beginnings.has(pairAt(text, at))) continue
    place.lastIndex = at
    if (!place.test(text)) continue
    places.push({ start: at, end: place.lastIndex })
    at = place.lastIndex - 1
  }
  return places
}

/**
 * Where the last run of places between two offsets begins: that of 江苏省 in "快寄江苏省无锡市…"; −1
 * when there is none. Places apart by more than a space are of two addresses.
 */
export function lastRunIn(places: readonly Place[], from: number, to: number): number {
  let begin = -1
  for (let at = lastBefore(places, to); at >= 0; at -= 1) {
    const { start, end } = places[at] as Place
    if (start < from || (begin !== -1 && end + 1 < begin)) break
    begin = start
  }
  return begin
}

/** Number of the last place that begins before an offset; −1 when none does. */
function lastBefore(places: readonly Place[], offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as Place).start < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)
}
