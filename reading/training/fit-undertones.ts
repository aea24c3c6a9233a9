import { certainties, columns, headNames, heads } from '../heads.ts'
import { saidBeneath } from '../undertones.ts'
import type { Example } from './fit.ts'
import { randomFrom, shuffle } from './random.ts'

/** Undertones as they are fitted, before they become bytes. */
export type Tones = {
  width: number
  table: Float32Array
  bias: Float32Array
  voices: Float32Array
  voiceBias: Float32Array
}

const width = 64
const rounds = 8
const firstStep = 0.05
const lastShare = 0.1
/** So many of the parts of a text are left unheard at each step: no word must be relied upon. */
const unheard = 0.5
const biasPace = 0.3
/** The first steps of a row are this much bounded. */
const calm = 1e-6
const voiceCalm = 1e-2

type Run = Tones & {
  random: () => number
  /** Squares of the steps so far: the more a row moved, the less it moves. */
  moved: { rows: Float32Array; voices: Float32Array; voiceBias: Float32Array }
}

/**
 * Fits undertones and the voices of all heads at once by stochastic gradient descent (Adagrad).
 * Deterministic.
 */
export function fitUndertones(examples: readonly Example[], rows: number): Tones {
  const run = start(rows)
  const order = Int32Array.from(examples, (_, at) => at)
  const wanted = examples.map(allWanted)
  const all = rounds * examples.length
  let done = 0
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, run.random)
    for (const at of order) {
      const step = firstStep * (1 - (1 - lastShare) * (done / all))
      learn(run, examples[at] as Example, wanted[at] as Float32Array, step)
      done += 1
    }
  }
  const { table, bias, voices, voiceBias } = run
  return { width, table, bias, voices, voiceBias }
}

function start(rows: number): Run {
  const random = randomFrom(5)
  const scattered = (length: number, spread: number) =>
    Float32Array.from({ length }, () => (random() - 0.5) * spread)
  return {
    width,
    table: scattered(rows * width, 0.2),
    bias: new Float32Array(width),
    voices: scattered(columns * width, 0.5),
    voiceBias: new Float32Array(columns),
    random,
    moved: {
      rows: new Float32Array(rows),
      voices: new Float32Array(columns * width).fill(voiceCalm),
      voiceBias: new Float32Array(columns).fill(voiceCalm),
    },
  }
}

/** What an example wants of every column; −1 where it teaches nothing. */
function allWanted({ wanted }: Example): Float32Array {
  const all = new Float32Array(columns).fill(-1)
  for (const name of headNames) all.set(wanted[name] ?? [], heads[name].from)
  return all
}

function learn(run: Run, example: Example, wanted: Float32Array, step: number): void {
  const { rows, values } = example.heard.kind
  const heard = Float32Array.from(values, (value) =>
    run.random() < unheard ? 0 : value / (1 - unheard),
  )
  const sounds = soundsOf(run, rows, heard)
  const back = learnVoices(run, sounds, wanted, step)
  let force = 0
  for (let tone = 0; tone < width; tone += 1) {
    if ((sounds[tone] as number) <= 0) back[tone] = 0
    force += (back[tone] as number) ** 2 / width
    run.bias[tone] = (run.bias[tone] as number) - step * biasPace * (back[tone] as number)
  }
  for (let part = 0; part < rows.length; part += 1) {
    const value = heard[part] as number
    if (value === 0) continue
    const row = rows[part] as number
    const moved = (run.moved.rows[row] as number) + force * value * value
    run.moved.rows[row] = moved
    const pace = (step * value) / Math.sqrt(moved + calm)
    for (let tone = 0; tone < width; tone += 1)
      run.table[row * width + tone] =
        (run.table[row * width + tone] as number) - pace * (back[tone] as number)
  }
}

function soundsOf({ table, bias }: Tones, rows: Int32Array, heard: Float32Array): Float64Array {
  const sounds = Float64Array.from(bias)
  for (let part = 0; part < rows.length; part += 1) {
    const value = heard[part] as number
    if (value === 0) continue
    const from = (rows[part] as number) * width
    for (let tone = 0; tone < width; tone += 1)
      sounds[tone] = (sounds[tone] as number) + (table[from + tone] as number) * value
  }
  return sounds.map((sound) => Math.max(0, sound))
}

/** Moves the voices towards what is wanted; gives back how each undertone should move. */
function learnVoices(
  { voices, voiceBias, moved }: Run,
  sounds: Float64Array,
  wanted: Float32Array,
  step: number,
): Float64Array {
  const back = new Float64Array(width)
  const sums = saidBeneath(sounds, { width, voices, voiceBias })
  for (const name of headNames) {
    const { from, labels } = heads[name]
    const said = certainties(name, sums.subarray(from, from + labels.length))
    for (let column = from; column < from + labels.length; column += 1) {
      if ((wanted[column] as number) < 0) continue
      const error = (said[column - from] as number) - (wanted[column] as number)
      const force = (moved.voiceBias[column] as number) + error * error
      moved.voiceBias[column] = force
      voiceBias[column] = (voiceBias[column] as number) - (step * error) / Math.sqrt(force)
      for (let tone = 0; tone < width; tone += 1) {
        const cell = column * width + tone
        const held = voices[cell] as number
        back[tone] = (back[tone] as number) + error * held
        const slope = error * (sounds[tone] as number)
        const squares = (moved.voices[cell] as number) + slope * slope
        moved.voices[cell] = squares
        voices[cell] = held - (step * slope) / Math.sqrt(squares)
      }
    }
  }
  return back
}

/** What the undertones of a text say to each column. */
export function saidByUndertones({ heard }: Example, tones: Tones): Float64Array {
  return saidBeneath(soundsOf(tones, heard.kind.rows, heard.kind.values), tones)
}
