import { certainties, columns, type HeadName, headNames, heads } from '../heads.ts'
import { randomFrom, shuffle } from './random.ts'

/** Rows of the table and how strongly they are there. */
export type Heard = { rows: Int32Array; values: Float32Array }

/** A text as each head hears it, and the share each label should get; heads left out are not taught. */
export type Example = {
  heard: Record<HeadName, Heard>
  wanted: Partial<Record<HeadName, readonly number[]>>
  /** How much it counts. */
  weight: number
}

export type Weights = { table: Float32Array; bias: Float32Array }

/** Times over the examples, size of the first step, and how fast weights fade. */
export type Pace = { rounds: number; step: number; fade: number }

/** The first step shrinks to this share of itself over all rounds. */
const lastStep = 0.25
const biasPace = 0.3

/**
 * Fits each head by stochastic gradient descent. Deterministic: the same examples in the same order
 * give the same weights on every machine.
 */
export function fitHeads(
  examples: readonly Example[],
  rows: number,
  paces: Record<HeadName, Pace>,
): Weights {
  const weights = { table: new Float32Array(rows * columns), bias: new Float32Array(columns) }
  for (const name of headNames) takeOver(weights, name, fitHead(name, examples, rows, paces[name]))
  return weights
}

/** One head's own columns, side by side: what is read together lies together. */
type Own = { cells: Float32Array; bias: Float32Array }

/** The mean of the weights after each later round, which wavers less than any of them. */
function fitHead(
  name: HeadName,
  examples: readonly Example[],
  rows: number,
  { rounds, step, fade }: Pace,
): Own {
  const width = heads[name].labels.length
  const nought = () => ({
    cells: new Float32Array(rows * width),
    bias: new Float32Array(width),
  })
  const own = nought()
  const mean = nought()
  const taught = examples.filter((example) => example.wanted[name] !== undefined)
  const order = Int32Array.from(taught, (_, at) => at)
  const random = randomFrom(20_011)
  const all = rounds * taught.length
  const kept = rounds - Math.ceil(rounds / 2)
  let done = 0
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    for (const at of order) {
      learn(name, taught[at] as Example, own, step / (1 + (1 / lastStep - 1) * (done / all)), fade)
      done += 1
    }
    if (round < rounds - kept) continue
    addShare(mean.cells, own.cells, kept)
    addShare(mean.bias, own.bias, kept)
  }
  return mean
}

function addShare(sum: Float32Array, values: Float32Array, shares: number): void {
  for (let at = 0; at < sum.length; at += 1)
    sum[at] = (sum[at] as number) + (values[at] as number) / shares
}

function takeOver({ table, bias }: Weights, name: HeadName, own: Own): void {
  const { from, labels } = heads[name]
  bias.set(own.bias, from)
  for (let row = 0; row < table.length / columns; row += 1)
    for (let label = 0; label < labels.length; label += 1)
      table[row * columns + from + label] = own.cells[row * labels.length + label] as number
}

/** One step towards what one example wants. */
function learn(
  name: HeadName,
  example: Example,
  { cells, bias }: Own,
  step: number,
  fade: number,
): void {
  const width = bias.length
  const wanted = example.wanted[name] as readonly number[]
  const { rows, values } = example.heard[name]
  const sums = Float64Array.from(bias)
  for (let part = 0; part < rows.length; part += 1) {
    const from = (rows[part] as number) * width
    const value = values[part] as number
    for (let label = 0; label < width; label += 1)
      sums[label] = (sums[label] as number) + (cells[from + label] as number) * value
  }
  const errors = certainties(name, sums)
  for (let label = 0; label < width; label += 1) {
    errors[label] = ((errors[label] as number) - (wanted[label] as number)) * example.weight
    bias[label] = (bias[label] as number) - step * biasPace * (errors[label] as number)
  }
  for (let part = 0; part < rows.length; part += 1) {
    const from = (rows[part] as number) * width
    const value = values[part] as number
    for (let label = 0; label < width; label += 1) {
      const held = cells[from + label] as number
      cells[from + label] = held - step * ((errors[label] as number) * value + fade * held)
    }
  }
}

/** What the columns of one head gather from a text; the other columns stay 0. */
export function sumsOf(name: HeadName, heard: Heard, { table, bias }: Weights): Float64Array {
  const { from, labels } = heads[name]
  const sums = new Float64Array(columns)
  for (let label = 0; label < labels.length; label += 1) {
    const column = from + label
    let sum = bias[column] as number
    for (let part = 0; part < heard.rows.length; part += 1)
      sum +=
        (table[(heard.rows[part] as number) * columns + column] as number) *
        (heard.values[part] as number)
    sums[column] = sum
  }
  return sums
}
