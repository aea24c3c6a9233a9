import { readFileSync } from 'node:fs'
import { columns } from './heads.ts'
import { buckets } from './ngrams.ts'
import type { Undertones } from './undertones.ts'

/**
 * The shipped weights: one row per piece of text, concept or signal, one column per label, a byte a
 * weight. Rows of nought are left out of the file.
 */
export type Table = {
  rows: number
  cells: Int8Array
  /** What a byte of each column is worth. */
  scale: Float32Array
  bias: Float32Array
  /** Rarity of each bucket. */
  rarity: { of: Float32Array; unseen: number }
  undertones: Undertones
}

const mostOfByte = 127
const rarityStep = 16

/** What is written beside the bytes. */
export type TableHead = {
  rows: number
  kept: number
  scale: number[]
  bias: number[]
  unseen: number
  undertones: { width: number; scale: number; bias: number[]; voiceBias: number[] }
}

/** Undertones before they are bytes: `table` holds `width` weights a row. */
type Tones = Omit<Undertones, 'cells' | 'scale'> & { table: Float32Array }

/** Weights as bytes: row numbers, rarity of each row, cells, cells of undertones, their voices. */
export function packTable(
  table: Float32Array,
  bias: Float32Array,
  rarity: { of: Float32Array; unseen: number },
  tones: Tones,
): { head: TableHead; bytes: Uint8Array } {
  const rows = table.length / columns
  const largest = new Float64Array(columns)
  for (let cell = 0; cell < table.length; cell += 1)
    largest[cell % columns] = Math.max(
      largest[cell % columns] as number,
      Math.abs(table[cell] as number),
    )
  const scale = Array.from(largest, (most) => Math.fround((most || 1) / mostOfByte))
  const kept: number[] = []
  for (let row = 0; row < rows; row += 1) {
    const known = row < buckets ? (rarity.of[row] as number) > 0 : hasWeight(table, row)
    if (known) kept.push(row)
  }
  const tonesFrom = kept.length * (5 + columns)
  const voicesFrom = tonesFrom + kept.length * tones.width
  const bytes = new Uint8Array(voicesFrom + tones.voices.length * 4)
  const worth = Math.fround(largestOf(tones.table) / mostOfByte)
  const numbers = new DataView(bytes.buffer)
  kept.forEach((row, at) => {
    numbers.setUint32(at * 4, row, true)
    bytes[kept.length * 4 + at] =
      row < buckets ? Math.round((rarity.of[row] as number) * rarityStep) : 0
    const from = kept.length * 5 + at * columns
    for (let column = 0; column < columns; column += 1)
      bytes[from + column] =
        Math.round((table[row * columns + column] as number) / (scale[column] as number)) & 0xff
    for (let tone = 0; tone < tones.width; tone += 1)
      bytes[tonesFrom + at * tones.width + tone] =
        Math.round((tones.table[row * tones.width + tone] as number) / worth) & 0xff
  })
  tones.voices.forEach((voice, at) => {
    numbers.setFloat32(voicesFrom + at * 4, voice, true)
  })
  const head = {
    rows,
    kept: kept.length,
    scale,
    bias: Array.from(bias),
    unseen: rarity.unseen,
    undertones: {
      width: tones.width,
      scale: worth,
      bias: Array.from(tones.bias),
      voiceBias: Array.from(tones.voiceBias),
    },
  }
  return { head, bytes }
}

function largestOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
}

function hasWeight(table: Float32Array, row: number): boolean {
  for (let cell = row * columns; cell < (row + 1) * columns; cell += 1)
    if (table[cell] !== 0) return true
  return false
}

export function unpackTable(head: TableHead, bytes: Uint8Array): Table {
  const { rows, kept } = head
  const { width } = head.undertones
  const tonesFrom = kept * (5 + columns)
  const voicesFrom = tonesFrom + kept * width
  const toneCells = new Int8Array(rows * width)
  const cells = new Int8Array(rows * columns)
  const rarity = new Float32Array(buckets)
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < kept; at += 1) {
    const row = numbers.getUint32(at * 4, true)
    if (row < buckets) rarity[row] = (bytes[kept * 4 + at] as number) / rarityStep
    const from = kept * 5 + at * columns
    cells.set(signed.subarray(from, from + columns), row * columns)
    const toneFrom = tonesFrom + at * width
    toneCells.set(signed.subarray(toneFrom, toneFrom + width), row * width)
  }
  return {
    rows,
    cells,
    scale: Float32Array.from(head.scale),
    bias: Float32Array.from(head.bias),
    rarity: { of: rarity, unseen: head.unseen },
    undertones: {
      width,
      cells: toneCells,
      scale: head.undertones.scale,
      bias: Float32Array.from(head.undertones.bias),
      voices: Float32Array.from({ length: columns * width }, (_, at) =>
        numbers.getFloat32(voicesFrom + at * 4, true),
      ),
      voiceBias: Float32Array.from(head.undertones.voiceBias),
    },
  }
}

export function loadTable(head: TableHead, file: URL): Table {
  return unpackTable(head, readFileSync(file))
}
