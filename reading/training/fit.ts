import { columns, type HeadName, headNames, heads, probabilities } from '../heads.ts'

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
  const nought = () => ({
    table: new Float32Array(rows * columns),
    bias: new Float32Array(columns),
  })
  const weights = nought()
  const average = nought()
  for (const name of headNames) fitHead(name, examples, weights, average, paces[name])
  return weights
}

function fitHead(
  name: HeadName,
  examples: readonly Example[],
  weights: Weights,
  average: Weights,
  pace: Pace,
): void {
  const taught = examples.filter((example) => example.wanted[name] !== undefined)
  const order = Int32Array.from(taught, (_, at) => at)
  const random = randomFrom(20_011)
  const all = pace.rounds * taught.length
  let done = 0
  for (let round = 0; round < pace.rounds; round += 1) {
    shuffle(order, random)
    for (const at of order) {
      const step = pace.step / (1 + (1 / lastStep - 1) * (done / all))
      learn(name, taught[at] as Example, weights, step, pace.fade)
      done += 1
    }
    if (round >= pace.rounds / 2) addTo(average, weights, name)
  }
  takeOver(weights, average, name, Math.floor(pace.rounds / 2))
}

/** Sums of the weights after each later round: their mean wavers less than any of them. */
function addTo(average: Weights, { table, bias }: Weights, name: HeadName): void {
  const { from, labels } = heads[name]
  for (let column = from; column < from + labels.length; column += 1) {
    average.bias[column] = (average.bias[column] as number) + (bias[column] as number)
    for (let cell = column; cell < table.length; cell += columns)
      average.table[cell] = (average.table[cell] as number) + (table[cell] as number)
  }
}

function takeOver({ table, bias }: Weights, sums: Weights, name: HeadName, rounds: number): void {
  const { from, labels } = heads[name]
  for (let column = from; column < from + labels.length; column += 1) {
    bias[column] = (sums.bias[column] as number) / rounds
    for (let cell = column; cell < table.length; cell += columns)
      table[cell] = (sums.table[cell] as number) / rounds
  }
}

/** One step towards what one example wants. */
export function learn(
  name: HeadName,
  example: Example,
  { table, bias }: Weights,
  step: number,
  fade: number,
): void {
  const { from, labels } = heads[name]
  const wanted = example.wanted[name] as readonly number[]
  const heard = example.heard[name]
  const said = probabilities(name, sumsOf(name, heard, { table, bias }))
  for (let label = 0; label < labels.length; label += 1) {
    const column = from + label
    const error = ((said[label] as number) - (wanted[label] as number)) * example.weight
    bias[column] = (bias[column] as number) - step * biasPace * error
    for (let part = 0; part < heard.rows.length; part += 1) {
      const cell = (heard.rows[part] as number) * columns + column
      const held = table[cell] as number
      table[cell] = held - step * (error * (heard.values[part] as number) + fade * held)
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

/** Mulberry32: small, fast, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const held = order[at] as number
    order[at] = order[other] as number
    order[other] = held
  }
}
