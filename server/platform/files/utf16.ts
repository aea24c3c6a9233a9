import { TextDecoder } from 'node:util'

const marks = { fffe: 'utf-16le', feff: 'utf-16be' } as const
export type Utf16 = (typeof marks)[keyof typeof marks]

/**
 * Which UTF-16 a text begins in, by its mark, or by being text in one byte order and none in the
 * other; null for anything else.
 */
export function utf16In(head: Buffer): Utf16 | null {
  const mark = head.subarray(0, 2).toString('hex')
  if (mark in marks) return marks[mark as keyof typeof marks]
  // Half a character is the end of a text that was cut, unless that is all there is.
  if (head.length < 4 || head.length % 2 === 1) return null
  const readable = Object.values(marks).filter((encoding) => isText(head, encoding))
  return readable.length === 1 ? (readable[0] ?? null) : null
}

/** Lines of characters that exist, and none that only machines write. */
function isText(head: Buffer, encoding: Utf16): boolean {
  const text = new TextDecoder(encoding).decode(head).slice(0, -1)
  return /[\r\n]/.test(text) && !/[\p{Cn}\p{Co}\uFFFD]|(?![\t\r\n])\p{Cc}/u.test(text)
}
