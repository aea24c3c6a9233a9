/**
 * The few marks that known answers may carry, for both faces: `- ` and `1. ` begin the items of a
 * list, `**bold**`, `[words](https://…)`, and addresses written out. Whatever else stands in a text is
 * text; faces draw the pieces and never see HTML.
 */
export interface Piece {
  text: string
  bold?: true
  /** http or https only. */
  link?: string
}

export interface Block {
  kind: 'paragraph' | 'bullets' | 'numbers'
  /** Lines of a paragraph, items of a list. */
  lines: Piece[][]
}

const item = /^\s*(?:([-*•])|\d{1,2}[.、)])\s+(.*)$/
const marks =
  /\*\*([^*\n]{1,400})\*\*|\[([^\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)|(https?:\/\/[^\s<>"'，。；、）)]{1,500})/g

export function lightText(text: string): Block[] {
  const blocks: Block[] = []
  let isApart = true
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isApart = true
      continue
    }
    const found = item.exec(line)
    const kind = kindOf(found)
    const pieces = piecesOf(found ? (found[2] ?? '') : line)
    const last = isApart ? undefined : blocks.at(-1)
    if (last?.kind === kind) last.lines.push(pieces)
    else blocks.push({ kind, lines: [pieces] })
    isApart = false
  }
  return blocks
}

/** Without the marks, for where nothing can be drawn: a message, a mail. */
export function withoutMarks(text: string): string {
  return text.replace(marks, (whole, bold?: string, words?: string, address?: string) => {
    if (bold) return bold
    return words ? `${words} ${address}` : whole
  })
}

function kindOf(found: RegExpExecArray | null): Block['kind'] {
  if (found === null) return 'paragraph'
  return found[1] ? 'bullets' : 'numbers'
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of line.matchAll(marks)) {
    if (found.index > at) pieces.push({ text: line.slice(at, found.index) })
    const [whole, bold, words, address, written] = found
    if (bold) pieces.push({ text: bold, bold: true })
    else if (words) pieces.push({ text: words, link: address as string })
    else pieces.push({ text: whole, link: written as string })
    at = found.index + whole.length
  }
  if (at < line.length) pieces.push({ text: line.slice(at) })
  return pieces
}
