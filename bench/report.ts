/** What a benchmark says: a figure beside the limit measured in the same run. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

export interface Finding {
  /** What was measured, for people: `intake, 64 at once`. */
  what: string
  figure: number
  unit: string
  /** What it is held against: the bare work, another size, a number of the plan. */
  limit: { what: string; figure: number } | null
  /** figure ÷ limit. */
  ratio: number | null
  goal: string | null
  /** Null where no goal is set. */
  holds: boolean | null
  /** Further numbers worth keeping: p50, CPU ms per request, … */
  more?: Record<string, number>
}

export interface Benchmark {
  name: string
  run(say: (line: string) => void): Promise<Finding[]>
}

/** A finding held against a limit; `atLeast`: the ratio must reach it, `atMost`: must not pass it. */
export function against(
  what: string,
  unit: string,
  figure: number,
  limit: { what: string; figure: number },
  goal: { atLeast: number } | { atMost: number } | null,
  more?: Record<string, number>,
): Finding {
  const ratio = figure / limit.figure
  const finding = { what, unit, figure, limit, ratio, ...(more ? { more } : {}) }
  if (goal === null) return { ...finding, goal: null, holds: null }
  if ('atLeast' in goal)
    return { ...finding, goal: `≥ ${percent(goal.atLeast)}`, holds: ratio >= goal.atLeast }
  return { ...finding, goal: `≤ ${percent(goal.atMost)}`, holds: ratio <= goal.atMost }
}

/** A finding held against a fixed number, smaller being better. */
export function under(
  what: string,
  unit: string,
  figure: number,
  most: number,
  more?: Record<string, number>,
): Finding {
  return {
    what,
    unit,
    figure,
    limit: { what: 'goal', figure: most },
    ratio: figure / most,
    goal: `≤ ${most} ${unit}`,
    holds: figure <= most,
    ...(more ? { more } : {}),
  }
}

export function plain(
  what: string,
  unit: string,
  figure: number,
  more?: Record<string, number>,
): Finding {
  return {
    what,
    unit,
    figure,
    limit: null,
    ratio: null,
    goal: null,
    holds: null,
    ...(more ? { more } : {}),
  }
}

export function printTable(name: string, findings: Finding[], say: (line: string) => void): void {
  say(`\n${name}`)
  for (const one of findings) {
    const against = one.limit
      ? `  ${percent(one.ratio ?? 0)} of ${round(one.limit.figure)} (${one.limit.what})`
      : ''
    const verdict =
      one.holds === null ? '' : `  goal ${one.goal}: ${one.holds ? 'holds' : 'MISSED'}`
    const more = one.more
      ? `  [${Object.entries(one.more)
          .map(([key, value]) => `${key} ${round(value)}`)
          .join(', ')}]`
      : ''
    say(`  ${one.what}: ${round(one.figure)} ${one.unit}${against}${verdict}${more}`)
  }
}

const results = join(import.meta.dirname, 'results')

export function writeJson(name: string, findings: Finding[]): void {
  mkdirSync(results, { recursive: true })
  const file = join(results, `${name}.json`)
  writeFileSync(
    file,
    `${JSON.stringify({ name, at: new Date().toISOString(), machine: machine(), findings }, null, 2)}\n`,
  )
}

function machine(): Record<string, string | number> {
  const model = cpus()[0]?.model ?? 'unknown'
  return {
    cores: cpus().length,
    cpu: model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    version: JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')).version,
  }
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** The value below which the share `q` lies. */
export function percentile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`
}

function round(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Math.round(value * 100) / 100)
}
