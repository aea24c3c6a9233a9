import { readFileSync } from 'node:fs'

const plain = loadPairs()
const written = new RegExp(
  [...plain.keys()]
    .sort((one, other) => other.length - one.length)
    .map((word) => (/^[a-z\d]+$/.test(word) ? `(?<![a-z\\d])${word}(?![a-z\\d])` : word))
    .join('|'),
  'g',
)

/**
 * A folded text with words that were written around a filter ("tk", "抖y", "丅款") in their plain
 * form. For reading only: search keeps what people typed.
 */
export function inPlainWords(folded: string): string {
  return folded.replace(written, (word) => plain.get(word) ?? word)
}

function loadPairs(): Map<string, string> {
  const file = readFileSync(new URL('./lexicons/evasions.txt', import.meta.url), 'utf8')
  const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => line.split(' ') as [string, string]))
}
