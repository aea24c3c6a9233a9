/** Which encoding a sheet is written in. */
import { TextDecoder } from 'node:util'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

const replacement = 0xfffd
/** From here on, three bytes or more in UTF-8: other encodings seldom look like that by accident. */
const wide = 0x800
/** UTF-8 with some broken bytes still reads as UTF-8: this many good characters for each bad one. */
const goodForEachBad = 10

/**
 * UTF-8, else GB18030; UTF-16 is told before, by its first bytes (platform/files/utf16.ts). Reads the
 * whole file: its first Chinese character may come late, and a few broken bytes do not make a sheet
 * another encoding's.
 */
export async function findEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const decoder = new TextDecoder('utf-8')
  let valid = true
  let [good, bad] = [0, 0]
  const count = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === replacement) bad += 1
      else if (code >= wide) good += 1
    }
  }
  for await (const chunk of bytes) {
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
