/**
 * Trains the shipped model on reading/seed/: `npm run train`, or `npm run train -- --check` to see
 * whether the shipped files are what training gives. Deterministic, about a minute.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { type Evidence, evidenceIn, type Lists } from '../evidence.ts'
import { rowsFor } from '../features.ts'
import { foldForReading } from '../fold-for-reading.ts'
import { type HeadName, headNames } from '../heads.ts'
import { loadLists } from '../lists.ts'
import type { ModelHead } from '../model.ts'
import { mixIn } from '../undertones.ts'
import { packTable } from '../weights.ts'
import { allSums, calibrate, type Unseen } from './calibrate.ts'
import { exampleOf, rarityIn } from './examples.ts'
import { fitHeads, type Pace, sumsOf } from './fit.ts'
import { fitUndertones, saidByUndertones } from './fit-undertones.ts'
import { readSeed, type SeedLine } from './seed.ts'

/** Set by what serves authors not trained on best. */
const pace: Pace = { rounds: 12, step: 1, fade: 3e-5 }
const paces: Record<HeadName, Pace> = {
  kind: { ...pace, step: 0.5 },
  felt: { ...pace, step: 0.5 },
  // Seldom and lightly: words of feeling carry over to other trades, the rest of the words do not.
  good: { rounds: 10, step: 0.2, fade: 1e-4 },
  urgency: pace,
  topics: pace,
  risks: pace,
}

/** For calibration one author in so many is left out. */
const awayEvery = 3

const folder = new URL('../models/', import.meta.url)
const files = { head: new URL('shipped.json', folder), bytes: new URL('shipped.bin', folder) }

/** A seed line and what is found in it. */
type Read = { line: SeedLine; evidence: Evidence }

/** The two files of the shipped model. */
export function train(
  lines: readonly SeedLine[],
  lists: Lists,
): { head: string; bytes: Uint8Array } {
  const all = lines.map((line) => ({
    line,
    evidence: evidenceIn(foldForReading(line.text), lists),
  }))
  const calibration = calibrate(unseenBy(all, lists))
  const { weights, tones, rarity } = fitted(all, lists)
  const { head, bytes } = packTable(weights.table, weights.bias, rarity, tones)
  const version = `seed-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`
  const model: ModelHead = { version, calibration, table: head }
  return { head: `${JSON.stringify(model, null, 2)}\n`, bytes }
}

function fitted(some: readonly Read[], lists: Lists) {
  const rarity = rarityIn(some.map(({ evidence }) => evidence))
  const examples = some.map(({ line, evidence }) => exampleOf(line, evidence, lists, rarity))
  const rows = rowsFor(lists.concepts.names.length)
  return {
    weights: fitHeads(examples, rows, paces),
    tones: fitUndertones(examples, rows),
    rarity,
  }
}

/** The lines of every third author as judged by heads trained on the others. */
function unseenBy(all: readonly Read[], lists: Lists): Unseen[] {
  const authors = [...new Set(all.map(({ line }) => line.author))]
  const away = new Set(authors.filter((_, at) => at % awayEvery === 0))
  const { weights, tones, rarity } = fitted(
    all.filter(({ line }) => !away.has(line.author)),
    lists,
  )
  return all
    .filter(({ line }) => away.has(line.author))
    .map(({ line, evidence }) => {
      const example = exampleOf(line, evidence, lists, rarity)
      const sums = allSums((name) => sumsOf(name, example.heard[name], weights))
      mixIn(sums, saidByUndertones(example, tones))
      return { line, sums }
    })
}

/** Are the shipped files what training gives? */
function holds(): boolean {
  const made = train(readSeed(new URL('../seed/', import.meta.url)), loadLists())
  return (
    readFileSync(files.head, 'utf8') === made.head && readFileSync(files.bytes).equals(made.bytes)
  )
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const isTrue = holds()
    console.log(isTrue ? 'The shipped model is what training gives.' : 'Run npm run train.')
    process.exitCode = isTrue ? 0 : 1
  } else {
    const lines = readSeed(new URL('../seed/', import.meta.url))
    const made = train(lines, loadLists())
    writeFileSync(files.head, made.head)
    writeFileSync(files.bytes, made.bytes)
    console.log(`${lines.length} lines → ${made.bytes.length} bytes, ${headNames.length} heads`)
  }
}
