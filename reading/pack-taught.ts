/** What was taught, as bytes to keep. They fit the shipped model they were made beside, and no other. */
import { columns } from './heads.ts'
import type { Taught } from './taught.ts'

/** Cells kept at most, the heaviest; six bytes each. */
const mostCells = 150_000
const mostOfByte = 127
const cellBytes = 6
const headBytes = 8

/** Number of cells, number of lessons; the worth of a byte and the bias of each column; then row, column, weight. */
export function packTaught(taught: Taught): Uint8Array {
  const largest = new Float32Array(columns)
  for (const cells of taught.rows.values())
    cells.forEach((weight, column) => {
      largest[column] = Math.max(largest[column] as number, Math.abs(weight))
    })
  const cells = cellsOf(taught, largest)
  const from = headBytes + columns * 8
  const bytes = new Uint8Array(from + cells.length * cellBytes)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, cells.length, true)
  view.setUint32(4, taught.lessons, true)
  for (let column = 0; column < columns; column += 1) {
    view.setFloat32(headBytes + column * 8, (largest[column] as number) / mostOfByte, true)
    view.setFloat32(headBytes + column * 8 + 4, taught.bias[column] as number, true)
  }
  cells.forEach(({ row, column, byte }, at) => {
    view.setUint32(from + at * cellBytes, row, true)
    view.setUint8(from + at * cellBytes + 4, column)
    view.setInt8(from + at * cellBytes + 5, byte)
  })
  return bytes
}

/** Throws when the bytes are not what `packTaught` gives. */
export function unpackTaught(bytes: Uint8Array): Taught {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = headBytes + columns * 8
  const count = bytes.byteLength < from ? -1 : view.getUint32(0, true)
  if (bytes.byteLength !== from + count * cellBytes) throw new Error('these are no taught weights')
  const worth = Float32Array.from({ length: columns }, (_, column) =>
    view.getFloat32(headBytes + column * 8, true),
  )
  const bias = Float32Array.from({ length: columns }, (_, column) =>
    view.getFloat32(headBytes + column * 8 + 4, true),
  )
  const rows = new Map<number, Float32Array>()
  for (let at = from; at < bytes.byteLength; at += cellBytes) {
    const row = view.getUint32(at, true)
    const column = view.getUint8(at + 4)
    const cells = rows.get(row) ?? new Float32Array(columns)
    cells[column] = view.getInt8(at + 5) * (worth[column] as number)
    rows.set(row, cells)
  }
  return { rows, bias, lessons: view.getUint32(4, true) }
}

function cellsOf({ rows }: Taught, largest: Float32Array) {
  const cells: { row: number; column: number; byte: number }[] = []
  for (const [row, weights] of rows)
    weights.forEach((weight, column) => {
      const most = largest[column] as number
      const byte = most === 0 ? 0 : Math.round((weight / most) * mostOfByte)
      if (byte !== 0) cells.push({ row, column, byte })
    })
  if (cells.length > mostCells) {
    cells.sort((one, other) => Math.abs(other.byte) - Math.abs(one.byte))
    cells.length = mostCells
  }
  return cells.sort((one, other) => one.row - other.row || one.column - other.column)
}
