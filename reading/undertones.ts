import type { Part } from './features.ts'
import { columns, heads } from './heads.ts'

/**
 * What a text is about beneath its words: a few learned mixtures of all parts, shared by all labels.
 * Words that behave alike in the seed sound alike here, so a label hears of words that it never met
 * beside itself. A label's sum is half what the words say to it and half what the undertones say.
 */
export type Undertones = {
  width: number
  /** A byte for each row of the table and undertone, and what a byte is worth. */
  cells: Int8Array
  scale: number
  bias: Float32Array
  /** What each label, column by column, makes of each undertone. */
  voices: Float32Array
  voiceBias: Float32Array
}

/** How strongly each undertone sounds in a text; those below nought are silent. */
export function undertonesOf(
  parts: readonly (readonly Part[])[],
  { width, cells, scale, bias }: Undertones,
): Float64Array {
  const sounds = new Float64Array(width)
  for (const some of parts)
    for (const { row, value } of some) {
      const from = row * width
      for (let tone = 0; tone < width; tone += 1)
        sounds[tone] = (sounds[tone] as number) + (cells[from + tone] as number) * value
    }
  for (let tone = 0; tone < width; tone += 1)
    sounds[tone] = Math.max(0, (sounds[tone] as number) * scale + (bias[tone] as number))
  return sounds
}

/** What the undertones that sound say to each column. */
export function saidBeneath(
  sounds: Float64Array,
  { width, voices, voiceBias }: Pick<Undertones, 'width' | 'voices' | 'voiceBias'>,
): Float64Array {
  return Float64Array.from(voiceBias, (bias, column) => {
    let said = bias
    for (let tone = 0; tone < width; tone += 1)
      said += (voices[column * width + tone] as number) * (sounds[tone] as number)
    return said
  })
}

/** Of good and bad the words alone decide: what undertones learn of it does not carry over to other trades. */
const wordsAlone = heads.good.from

/** Mixes what the undertones say into what the words say, half and half. */
export function mixIn(sums: Float64Array, beneath: Float64Array): void {
  for (let column = 0; column < columns; column += 1)
    if (column !== wordsAlone)
      sums[column] = ((sums[column] as number) + (beneath[column] as number)) / 2
}

/** A column's weights as `mixIn` leaves them: `words` is what the row's own cell says. */
export function mixedWeight(column: number, words: number, beneath: number): number {
  return column === wordsAlone ? words : (words + beneath) / 2
}

/** What a column hears in one row through the undertones that sound, per unit of strength. */
export function heardThrough(
  column: number,
  sounds: Float64Array,
  { width, cells, scale, voices }: Undertones,
): (row: number) => number {
  const tones: number[] = []
  const ways: number[] = []
  for (let tone = 0; tone < width; tone += 1) {
    if (sounds[tone] === 0) continue
    tones.push(tone)
    ways.push((voices[column * width + tone] as number) * scale)
  }
  return (row) => {
    const from = row * width
    let heard = 0
    for (let at = 0; at < tones.length; at += 1)
      heard += (cells[from + (tones[at] as number)] as number) * (ways[at] as number)
    return heard
  }
}
