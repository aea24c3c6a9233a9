/** Which encoding a sheet is written in. */
import { TextDecoder } from 'node:util'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

const replacement = 0xfffd
/** From here on, three bytes or more in UTF-8: other encodings seldom look like that by accident. */
const wide = 0x800
/** UTF-8 with some broken bytes still reads as UTF-8: this many good characters for each bad one. */
const goodForEachBad = 10

/**
 * By byte order mark, else UTF-8, else GB18030. Reads the whole file: its first Chinese character may
 * come late, and a few broken bytes do not make a sheet another encoding's.
 */
export async function findEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const decoder = new TextDecoder('utf-8')
  let valid = true
  let head = Buffer.alloc(0)
  let [good, bad] = [0, 0]
  const count = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === replacement) bad += 1
      else if (code >= wide) good += 1
    }
  }
  for await (const chunk of bytes) {
    if (head.length < 2) {
      head = Buffer.concat([head, chunk.subarray(0, 2)])
      const marked = byteOrderMark(head)
      if (marked) return marked
    }
    valid &&= decodes(strict, chunk)
    count(decoder.decode(chunk, { stream: true }))
  }
  count(decoder.decode())
  valid &&= decodes(strict)
  return valid || good >= bad * goodForEachBad ? 'utf-8' : 'gb18030'
}

/** More of the same text, or without a chunk its end. */
function decodes(strict: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    strict.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

function byteOrderMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}
