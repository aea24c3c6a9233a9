/** A stretch of a normalised text between punctuation or turning words. */
export type Clause = { text: string; start: number; end: number; asks: boolean }

const ends = /[,，。.!！?？;；:：、~～…\n]+/g
const maxClauses = 400

/** Cuts a normalised text at its punctuation; "3.2" and "10,000" stay whole. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (const match of text.matchAll(ends)) {
    if (isWithinNumber(text, match)) continue
    add(clauses, text, start, match.index, match[0])
    start = match.index + match[0].length
    if (clauses.length >= maxClauses) break
  }
  add(clauses, text, start, text.length, '')
  return clauses
}

function add(clauses: Clause[], text: string, start: number, end: number, mark: string): void {
  const words = text.slice(start, end)
  if (words.trim() === '') return
  clauses.push({ text: words, start, end: end + mark.length, asks: /[?？]/.test(mark) })
}

function isWithinNumber(text: string, match: RegExpExecArray): boolean {
  if (match[0].length > 1 || !/[.,:]/.test(match[0])) return false
  return /[a-z\d]/.test(text[match.index - 1] ?? '') && /[a-z\d]/.test(text[match.index + 1] ?? '')
}
