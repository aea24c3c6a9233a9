import { readFileSync } from 'node:fs'

/** One word of a lexicon: which label it speaks for, and how loudly. */
export type Entry = {
  label: string
  weight: number
  word: string
  /**
   * What follows the first part, each after at most `maxGap` characters of the same clause: one of
   * several words.
   */
  rest: readonly (readonly string[])[]
  /** Written with a star: any ending of a Latin word will do. */
  isOpen: boolean
}

type Section = Pick<Entry, 'label' | 'weight'>

export type Hit = { entry: Entry; start: number; end: number }

/**
 * Words by their first part as written. `lengths` tells, by the first two characters, which lengths
 * such parts have, the longest first; `lone` are the parts of one character.
 */
export type Lexicon = Readonly<{
  words: Map<string, Entry[]>
  lengths: Map<number, number[]>
  lone: Map<number, Entry[]>
  size: number
}>

const nothing: readonly (readonly string[])[] = []
const maxGap = 8
const clauseEnd = /[。！？!?;\n]/
const isLatin = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f)

/**
 * Loads `lexicons/<name>.txt`. A line "[label weight]" opens a section; the lines below it hold
 * words apart by spaces. "_" stands for a space within a phrase, "~" for a gap of up to eight
 * characters, "{a,b}" for one of several words before or after a gap, and a Latin word that ends in
 * "*" matches any ending.
 */
export function loadLexicon(name: string): Lexicon {
  const file = readFileSync(new URL(`./lexicons/${name}.txt`, import.meta.url), 'utf8')
  return parseLexicon(file)
}

export function parseLexicon(file: string): Lexicon {
  const words = new Map<string, Entry[]>()
  let section: Section = { label: '', weight: 0 }
  let size = 0
  for (const line of file.split('\n')) {
    if (line.startsWith('#')) continue
    const heading = /^\[(\S+) (-?[\d.]+)\]$/.exec(line.trim())
    if (heading !== null) {
      section = { label: heading[1] as string, weight: Number(heading[2]) }
      continue
    }
    for (const word of line.split(/\s+/).filter((written) => written !== '')) {
      add(words, section, word)
      size += 1
    }
  }
  return { words, lengths: lengthsOf(words.keys()), lone: loneIn(words), size }
}

function add(words: Map<string, Entry[]>, section: Section, written: string): void {
  const [first = [], ...rest] = written.replaceAll('_', ' ').split('~').map(alternatives)
  for (const part of first) {
    const word = rest.length === 0 ? part : [part, ...rest.map(([one]) => one)].join('…')
    const opening = part.replace('*', '')
    const entry = {
      ...section,
      word,
      rest: rest.length > 0 ? rest : nothing,
      isOpen: opening !== part,
    }
    words.set(opening, withEntry(words.get(opening) ?? [], entry))
  }
}

/** "{a,b}" is one of both. */
function alternatives(part: string): string[] {
  return part.startsWith('{') ? part.slice(1, -1).split(',') : [part]
}

function lengthsOf(parts: Iterable<string>): Map<number, number[]> {
  const lengths = new Map<number, number[]>()
  for (const part of parts) {
    if (part.length < 2) continue
    const pair = pairAt(part, 0)
    const known = lengths.get(pair)
    if (known === undefined) lengths.set(pair, [part.length])
    else if (!known.includes(part.length)) known.push(part.length)
  }
  for (const known of lengths.values()) known.sort((one, other) => other - one)
  return lengths
}

function loneIn(words: Map<string, Entry[]>): Map<number, Entry[]> {
  const lone = new Map<number, Entry[]>()
  for (const [part, entries] of words) if (part.length === 1) lone.set(part.charCodeAt(0), entries)
  return lone
}

/** Two characters as one number; NaN past the end, which no lexicon holds. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)
}

/** A word written twice for a label counts once, as written last; an innocent word stands alone. */
function withEntry(entries: Entry[], entry: Entry): Entry[] {
  if (entry.rest.length > 0) return [...entries, entry]
  const gapped = entries.filter((known) => known.rest.length > 0)
  const whole = entries.filter((known) => known.rest.length === 0)
  if (isInnocent(entry)) return [...gapped, entry]
  if (whole.some(isInnocent)) return entries
  return [...gapped, ...whole.filter((known) => known.label !== entry.label), entry]
}

function isInnocent(entry: Entry): boolean {
  return entry.label === 'nil' || entry.label === 'none'
}

/**
 * The words found in a normalised text. Where words overlap the leftmost and then the longest
 * stands, so a longer innocent word ("报警器") hides a telling one within it; a gapped phrase does
 * not hide anything.
 */
export function scan(lexicon: Lexicon, text: string): Hit[] {
  const hits: Hit[] = []
  let free = 0
  markCharacters(text)
  for (let start = 0; start < text.length; start += 1) {
    const lengths = lexicon.lengths.get(pairAt(text, start))
    const lone = lexicon.lone.get(text.charCodeAt(start))
    if ((lengths === undefined && lone === undefined) || insideLatinWord(text, start)) continue
    let found = -1
    for (const length of lengths ?? []) {
      const entries = lexicon.words.get(text.slice(start, start + length))
      if (entries === undefined) continue
      const at = start + length
      if (collect(hits, entries, text, start, at, found === -1 && start >= free) && found === -1)
        found = at
    }
    if (lone !== undefined) {
      const isFree = found === -1 && start >= free
      if (collect(hits, lone, text, start, start + 1, isFree) && found === -1) found = start + 1
    }
    if (found !== -1 && start >= free) free = found
  }
  return hits
}

/** Adds the hits of one part; true when a whole word is among them, taken or not. */
function collect(
  hits: Hit[],
  entries: readonly Entry[],
  text: string,
  start: number,
  at: number,
  takesWhole: boolean,
): boolean {
  let isWhole = false
  for (const entry of entries) {
    const end = matchEnd(text, entry, at)
    if (end === -1) continue
    if (entry.rest.length === 0) isWhole = true
    if (entry.rest.length > 0 || takesWhole) hits.push({ entry, start, end })
  }
  return isWhole
}

/** True between two letters, between two digits, and before a digit that follows a letter. */
function insideLatinWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const before = at === 0 ? 0 : text.charCodeAt(at - 1)
  if (!isLatin(code) || !isLatin(before)) return false
  return code <= 57 || before > 57
}

/** Which characters the text under the scan has: most words of a gap can be dismissed by them. */
const marks = new Uint32Array(65_536)
let scans = 0

function markCharacters(text: string): void {
  scans += 1
  for (let at = 0; at < text.length; at += 1) marks[text.charCodeAt(at)] = scans
}

function isMarked(word: string): boolean {
  return marks[word.charCodeAt(0)] === scans && marks[word.charCodeAt(word.length - 1)] === scans
}

/** Where the entry's match ends whose first part ends at `at`; -1 when the rest is not there. */
function matchEnd(text: string, entry: Entry, at: number): number {
  if (entry.isOpen) return latinEnd(text, at)
  if (entry.rest.length === 0) return wordEnd(text, at)
  let end = at
  for (const words of entry.rest) {
    end = nearestEnd(text, words, end)
    if (end === -1) return -1
  }
  return end
}

/** Where the nearest of the words ends that begins at most `maxGap` characters on; -1 for none. */
function nearestEnd(text: string, words: readonly string[], from: number): number {
  let nearest = maxGap + 1
  let end = -1
  for (const word of words) {
    if (!isMarked(word)) continue
    const gap = text.slice(from, from + maxGap + word.length).indexOf(word)
    if (gap === -1 || gap >= nearest) continue
    nearest = gap
    end = from + gap + word.length
  }
  return end === -1 || clauseEnd.test(text.slice(from, from + nearest)) ? -1 : end
}

/** A word ends where its script does: "app" ends in "app闪退", not in "apple"; 110 not in 1100. */
function wordEnd(text: string, at: number): number {
  const last = text.charCodeAt(at - 1)
  const next = text.charCodeAt(at)
  if (!isLatin(last) || !isLatin(next)) return at
  return last > 57 === next > 57 ? -1 : at
}

/** Where the Latin word ends that runs on at `at`. */
function latinEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isLatin(text.charCodeAt(end))) end += 1
  return end
}
