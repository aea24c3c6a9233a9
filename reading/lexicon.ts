import { readFileSync } from 'node:fs'

/** One word of a lexicon: which label it speaks for, and how loudly. */
export type Entry = {
  label: string
  weight: number
  word: string
  /** What follows the first part after at most `maxGap` characters of the same clause. */
  rest: string[]
}

export type Hit = { entry: Entry; start: number; end: number }

type Node = { next: Map<number, Node>; entries: Entry[] }

export type Lexicon = Readonly<{ root: Node; size: number }>

const maxGap = 8
const clauseEnd = /[。！？!?;\n]/
const isLatin = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f)

/**
 * Loads `lexicons/<name>.txt`. A line "[label weight]" opens a section; the lines below it hold
 * words apart by spaces. "_" stands for a space within a phrase, "~" for a gap of up to eight
 * characters, and a Latin word that ends in "*" matches any ending.
 */
export function loadLexicon(name: string): Lexicon {
  const file = readFileSync(new URL(`./lexicons/${name}.txt`, import.meta.url), 'utf8')
  return parseLexicon(file)
}

export function parseLexicon(file: string): Lexicon {
  const root: Node = { next: new Map(), entries: [] }
  let section = { label: '', weight: 0 }
  let size = 0
  for (const line of file.split('\n')) {
    if (line.startsWith('#')) continue
    const heading = /^\[(\S+) (-?[\d.]+)\]$/.exec(line.trim())
    if (heading !== null) {
      section = { label: heading[1] as string, weight: Number(heading[2]) }
      continue
    }
    for (const word of line.split(/\s+/).filter((written) => written !== '')) {
      add(
        root,
        { ...section, word: word.replaceAll('_', ' ').replaceAll('~', '…'), rest: [] },
        word,
      )
      size += 1
    }
  }
  return { root, size }
}

function add(root: Node, entry: Entry, written: string): void {
  const [first = '', ...rest] = written.replaceAll('_', ' ').split('~')
  entry.rest = rest
  let node = root
  for (let at = 0; at < first.length; at += 1) {
    const code = first.charCodeAt(at)
    let next = node.next.get(code)
    if (next === undefined) {
      next = { next: new Map(), entries: [] }
      node.next.set(code, next)
    }
    node = next
  }
  node.entries = withEntry(node.entries, entry)
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
  for (let start = 0; start < text.length; start += 1) {
    if (insideLatinWord(text, start)) continue
    let node: Node | undefined = lexicon.root
    let longest: Hit | null = null
    let alsoLongest: Hit[] = []
    for (let at = start; at < text.length; at += 1) {
      node = node.next.get(text.charCodeAt(at))
      if (node === undefined) break
      for (const entry of node.entries) {
        const end = matchEnd(text, entry, at + 1)
        if (end === -1) continue
        if (entry.rest.length > 0) hits.push({ entry, start, end })
        else if (longest === null || end > longest.end) {
          longest = { entry, start, end }
          alsoLongest = []
        } else alsoLongest.push({ entry, start, end })
      }
      if (node.next.size === 0) break
    }
    if (longest === null || start < free) continue
    hits.push(longest, ...alsoLongest)
    free = longest.end
  }
  return hits
}

/** True between two letters, between two digits, and before a digit that follows a letter. */
function insideLatinWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const before = at === 0 ? 0 : text.charCodeAt(at - 1)
  if (!isLatin(code) || !isLatin(before)) return false
  return code <= 57 || before > 57
}

/** Where the entry's match ends whose first part ends at `at`; -1 when the rest is not there. */
function matchEnd(text: string, entry: Entry, at: number): number {
  if (entry.rest.length === 0) return wordEnd(text, at)
  let end = at
  for (const part of entry.rest) {
    const window = text.slice(end, end + maxGap + part.length)
    const found = window.indexOf(part)
    if (found === -1 || clauseEnd.test(window.slice(0, found))) return -1
    end += found + part.length
  }
  return end
}

/** A word ends where its script does: "app" ends in "app闪退", not in "apple"; 110 not in 1100. */
function wordEnd(text: string, at: number): number {
  const last = text.charCodeAt(at - 1)
  const next = text.charCodeAt(at)
  if (!isLatin(last) || !isLatin(next)) return at
  return last > 57 === next > 57 ? -1 : at
}
