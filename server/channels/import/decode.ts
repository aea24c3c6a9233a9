/** Bytes to text, so that what the source wrote and what was damaged on the way can be told apart. */
import iconv from 'iconv-lite'
import type { Encoding } from './encoding.ts'

/** Stands where bytes are no character of the encoding. No text has it: it is no character. */
export const brokenBytes = '\uFFFF'
const replacement = '\uFFFD'
/** No character either; stands in for a replacement character that the source itself has written. */
const written = '\uFFFE'
const utf8Replacement = Buffer.from(replacement)
const utf8Written = Buffer.from(written)

/** Without byte order marks, those of sheets once pasted together too: one before a quote would hide it. */
export async function* textsOf(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  const pieces = encoding === 'utf-8' ? keepingReplacements(bytes) : bytes
  const damaged = !encoding.startsWith('utf-16')
  const tidy = (text: string) => {
    const marked = damaged ? text.replaceAll(replacement, brokenBytes) : text
    return marked.replaceAll(written, replacement).replaceAll('\uFEFF', '')
  }
  for await (const chunk of pieces) yield tidy(decoder.write(chunk))
  yield tidy(decoder.end() ?? '')
}

/** A character cut by the end of a chunk waits for the next one. */
async function* keepingReplacements(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for await (const next of bytes) {
    const chunk = Buffer.concat([held, next])
    const cut = [1, 2].find((length) =>
      chunk.subarray(-length).equals(utf8Replacement.subarray(0, length)),
    )
    const whole = chunk.subarray(0, chunk.length - (cut ?? 0))
    held = chunk.subarray(whole.length)
    for (let at = whole.indexOf(utf8Replacement); at >= 0; at = whole.indexOf(utf8Replacement, at))
      utf8Written.copy(whole, at)
    yield whole
  }
  yield held
}
