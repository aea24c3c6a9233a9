/** Measures whether texts of one matter come together: `evaluate --task groups` and `--task duplicates`. */
import { createGrouper, type Print, printOf, usualStrictness } from './grouping/index.ts'
import { openWindow } from './grouping/window.ts'

export interface GroupedText {
  text: string
  /** Texts of one matter bear one name; empty: it stands alone. */
  group: string
}

type PairScores = {
  precision: number
  recall: number
  f1: number
  pairs: number
  pairsFound: number
}

/**
 * Puts the texts to their groups one by one, as they would arrive, and counts pairs: of the pairs put
 * together how many belong together (precision), of those that belong together how many were (recall).
 * `shuffled` is the same in three other orders; `agreement` says how alike the groups of two orders are.
 */
export function measureGroups(rows: readonly GroupedText[]): Record<string, unknown> {
  for (const row of rows.slice(0, 100)) printOf(row.text)
  const startedAt = performance.now()
  const prints = rows.map((row) => printOf(row.text))
  const found = grouped(
    prints,
    rows.map((_, at) => at),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  const gold = rows.map(({ group }, at) => group || `alone ${at}`)
  const others = [3, 5, 7].map((step) => grouped(prints, shuffled(rows.length, step)))
  const mean = (of: (one: string[]) => number) =>
    round(others.reduce((sum, one) => sum + of(one), 0) / others.length)
  return {
    rows: rows.length,
    groups: new Set(gold.filter((name, at) => gold.indexOf(name) !== at)).size,
    groupsFound: new Set(found.filter((name, at) => found.indexOf(name) !== at)).size,
    ...pairScores(gold, found),
    shuffled: {
      precision: mean((one) => pairScores(gold, one).precision),
      recall: mean((one) => pairScores(gold, one).recall),
      agreement: mean((one) => pairScores(found, one).f1),
    },
    textsPerSecond: Math.round(rows.length / seconds),
  }
}

/** The name of each text's group, in the order of the texts. */
function grouped(prints: readonly Print[], order: readonly number[]): string[] {
  const names = prints.map((_, at) => `alone ${at}`)
  let made = 0
  const grouper = createGrouper({
    newId: () => {
      made += 1
      return `group ${made}`
    },
  })
  for (const at of order)
    for (const { id, groupId } of grouper.place(String(at), prints[at] as Print))
      if (groupId !== null) names[Number(id)] = groupId
  return names
}

/** The same order for the same step, on every machine. */
function shuffled(length: number, step: number): number[] {
  const order = Array.from({ length }, (_, at) => at)
  let state = step
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    const other = state % (at + 1)
    ;[order[at], order[other]] = [order[other] as number, order[at] as number]
  }
  return order
}

function pairScores(gold: readonly string[], found: readonly string[]): PairScores {
  const both = pairsIn(gold.map((name, at) => `${name}\n${found[at]}`))
  const pairs = pairsIn(gold)
  const pairsFound = pairsIn(found)
  const precision = pairsFound === 0 ? 1 : both / pairsFound
  const recall = pairs === 0 ? 1 : both / pairs
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision: round(precision), recall: round(recall), f1: round(f1), pairs, pairsFound }
}

function pairsIn(names: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}

/** Of pairs of texts that are (1) or are not (0) the same matter: those called the same. */
export function measureDuplicates(
  rows: readonly { one: string; other: string; same: boolean }[],
): Record<string, unknown> {
  const window = openWindow(rows.length * 2)
  const startedAt = performance.now()
  for (const [at, { one, other }] of rows.entries()) {
    window.add(`${at} one`, printOf(one))
    window.add(`${at} other`, printOf(other))
  }
  const said = rows.map((_, at) => {
    const [found] = window.compare(`${at} one`, [`${at} other`])
    return (found?.likeness ?? 0) >= usualStrictness.pair
  })
  const seconds = (performance.now() - startedAt) / 1_000
  const right = rows.filter(({ same }, at) => same === said[at]).length
  const hits = rows.filter(({ same }, at) => same && said[at]).length
  const called = said.filter(Boolean).length
  const same = rows.filter((row) => row.same).length
  return {
    rows: rows.length,
    same,
    accuracy: round(right / rows.length),
    precision: round(called === 0 ? 1 : hits / called),
    recall: round(same === 0 ? 1 : hits / same),
    textsPerSecond: Math.round((rows.length * 2) / seconds),
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000
