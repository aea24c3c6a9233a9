import type { Features, Part } from './features.ts'
import { columns, heads } from './heads.ts'
import { moodSignals, signalNames } from './signals.ts'
import { ownParts, type Taught } from './taught.ts'
import { mixIn, saidBeneath, undertonesOf } from './undertones.ts'
import type { Table } from './weights.ts'

const good = heads.good.from

/** What each column gathers from a text, the shipped weights and the taught ones together. */
export function sumsOf(features: Features, table: Table, taught: Taught | null): Float64Array {
  const sums = new Float64Array(columns)
  let felt = 0
  const gather = (parts: readonly Part[], share: (row: number) => number): void => {
    for (const { row, value } of parts) {
      const from = row * columns
      for (let column = 0; column < columns; column += 1)
        sums[column] = (sums[column] as number) + (table.cells[from + column] as number) * value
      felt += (table.cells[from + good] as number) * value * share(row)
    }
  }
  const signalRows = table.rows - signalNames.length
  gather(features.grams, () => features.doubt)
  gather(features.concepts, () => features.doubt)
  gather(features.signals, (row) => (moodSignals.has(row - signalRows) ? 1 : 0))
  sums[good] = felt
  for (let column = 0; column < columns; column += 1)
    sums[column] =
      (sums[column] as number) * (table.scale[column] as number) + (table.bias[column] as number)
  mixIn(sums, saidBeneath(soundsIn(features, table), table.undertones))
  if (taught !== null) addTaught(sums, ownParts(features, table), taught)
  return sums
}

/** How strongly each undertone sounds in a text. */
export function soundsIn({ grams, concepts, signals }: Features, table: Table): Float64Array {
  return undertonesOf([grams, concepts, signals], table.undertones)
}

function addTaught(sums: Float64Array, parts: readonly Part[], taught: Taught): void {
  for (let column = 0; column < columns; column += 1)
    sums[column] = (sums[column] as number) + (taught.bias[column] as number)
  for (const { row, value } of parts) {
    const held = taught.rows.get(row)
    if (held === undefined) continue
    for (let column = 0; column < columns; column += 1)
      sums[column] = (sums[column] as number) + (held[column] as number) * value
  }
}
