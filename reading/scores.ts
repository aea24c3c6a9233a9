type Single = { gold: string; label: string; covered: boolean }
type Labels = { gold: string[]; said: string[] }
type PerLabel = { precision: number; recall: number; f1: number; rows: number }

/** Scores for tasks with one label a row. `coverage` is the share of rows the engine dared to judge. */
export function measureSingles(rows: Single[]) {
  const sets = rows.map((row) => ({ gold: [row.gold], said: [row.label] }))
  const covered = rows.filter((row) => row.covered)
  const right = (some: Single[]) => some.filter((row) => row.label === row.gold).length
  const perLabel = labelScores(sets)
  return {
    accuracy: share(right(rows), rows.length),
    macroF1: macro(perLabel),
    coverage: share(covered.length, rows.length),
    accuracyWhenCovered: share(right(covered), covered.length),
    perLabel,
    confusion: confusionOf(rows),
  }
}

/** How often each label was read as which. */
function confusionOf(rows: Single[]): Record<string, Record<string, number>> {
  const labels = [...new Set(rows.flatMap(({ gold, label }) => [gold, label]))].sort()
  return Object.fromEntries(
    labels.map((gold) => [
      gold,
      Object.fromEntries(
        labels.map((label) => [
          label,
          rows.filter((row) => row.gold === gold && row.label === label).length,
        ]),
      ),
    ]),
  )
}

/** Scores for tasks with a set of labels a row; accuracy asks for the whole set to be right. */
export function measureSets(rows: Labels[]) {
  const perLabel = labelScores(rows)
  const exact = rows.filter(
    ({ gold, said }) =>
      new Set([...gold, ...said]).size === gold.length && said.length === gold.length,
  )
  return {
    accuracy: share(exact.length, rows.length),
    macroF1: macro(perLabel),
    ...micro(rows),
    coverage: share(rows.filter((row) => row.said.length > 0).length, rows.length),
    perLabel,
  }
}

/** Over all labels of all rows together. */
function micro(rows: Labels[]): { microPrecision: number; microRecall: number; microF1: number } {
  const gold = rows.reduce((sum, row) => sum + row.gold.length, 0)
  const said = rows.reduce((sum, row) => sum + row.said.length, 0)
  const both = rows.reduce(
    (sum, row) => sum + row.said.filter((label) => row.gold.includes(label)).length,
    0,
  )
  return {
    microPrecision: share(both, said),
    microRecall: share(both, gold),
    microF1: share(2 * both, gold + said),
  }
}

function labelScores(rows: Labels[]): Record<string, PerLabel> {
  const labels = [...new Set(rows.flatMap((row) => [...row.gold, ...row.said]))].sort()
  return Object.fromEntries(labels.map((label) => [label, scoreOf(label, rows)]))
}

function scoreOf(label: string, rows: Labels[]): PerLabel {
  const gold = rows.filter((row) => row.gold.includes(label)).length
  const said = rows.filter((row) => row.said.includes(label)).length
  const both = rows.filter((row) => row.gold.includes(label) && row.said.includes(label)).length
  const precision = share(both, said)
  const recall = share(both, gold)
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1: rounded(f1), rows: gold }
}

/** Over the labels that occur in the file; one that only the engine used costs the others recall. */
function macro(perLabel: Record<string, PerLabel>): number {
  const present = Object.values(perLabel).filter((score) => score.rows > 0)
  return rounded(present.reduce((sum, score) => sum + score.f1, 0) / Math.max(1, present.length))
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : rounded(part / whole)
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
