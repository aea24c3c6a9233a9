/** Where a text says what the reading rests on. Pure. */

export type MarkTone = 'danger' | 'plain'
export interface Mark {
  text: string
  tone: MarkTone
}
export interface Piece {
  /** Where it begins in the text. */
  at: number
  text: string
  tone: MarkTone | null
}

/** The text in pieces, those that were hit apart. `hits`: offset and length of each, in order. */
export function piecesAt(
  text: string,
  hits: readonly (readonly [number, number])[],
): { at: number; text: string; hit: boolean }[] {
  const pieces: { at: number; text: string; hit: boolean }[] = []
  const add = (from: number, to: number, hit: boolean) => {
    if (to > from) pieces.push({ at: from, text: text.slice(from, to), hit })
  }
  let done = 0
  for (const [at, length] of hits) {
    add(done, at, false)
    add(at, at + length, true)
    done = at + length
  }
  add(done, text.length, false)
  return pieces
}

/** The text in pieces, those that a mark names apart. Longer marks win, then dangerous ones. */
export function piecesOf(text: string, marks: Mark[]): Piece[] {
  const tones: (MarkTone | null)[] = Array.from({ length: text.length }, () => null)
  const order = [...marks].sort(
    (a, b) =>
      a.text.length - b.text.length || Number(a.tone === 'danger') - Number(b.tone === 'danger'),
  )
  for (const mark of order) {
    if (mark.text === '') continue
    for (let at = text.indexOf(mark.text); at >= 0; at = text.indexOf(mark.text, at + 1)) {
      tones.fill(mark.tone, at, at + mark.text.length)
    }
  }
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at += 1) {
    const tone = tones[at] ?? null
    const last = pieces.at(-1)
    if (last && last.tone === tone) last.text += text[at]
    else pieces.push({ at, text: text[at] ?? '', tone })
  }
  return pieces
}
