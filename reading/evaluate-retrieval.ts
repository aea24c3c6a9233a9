/** How often the right known text is among those found first, and what is found for questions that have none. */
import { lookUp, type Passage, shelve } from './retrieval.ts'

/** A question, and the ids that answer it: one, several, or none at all. */
export interface Asked {
  text: string
  gold: string[]
}

/** Below it nothing is shown; the product's own line, unless another is asked for. */
export const usualLine = 0.18
const shown = 3
const bodyWeight = 0.55

/**
 * Known texts from records: `{id, title, body, variants}` as the presets of the product are kept, or
 * one passage a row, `text` and `label` being its id.
 */
export function passagesOf(
  records: readonly Record<string, unknown>[],
  columns: { text: string; label: string },
): Passage[] {
  return records.flatMap((record): Passage[] => {
    const id = String(record.id ?? record[columns.label] ?? '')
    if (!Array.isArray(record.variants)) return [{ id, text: String(record[columns.text] ?? '') }]
    const sentences = String(record.body ?? '').split(/[。！？!?\n]+/)
    return [
      ...[record.title, ...record.variants].map((text) => ({ id, text: String(text ?? '') })),
      ...sentences
        .filter((text) => text.trim() !== '')
        .map((text) => ({ id, text, weight: bodyWeight })),
    ]
  })
}

export function measureRetrieval(
  rows: readonly Asked[],
  passages: readonly Passage[],
  line = usualLine,
): Record<string, unknown> {
  const shelf = shelve(passages)
  const startedAt = performance.now()
  const answers = rows.map(({ text }) => lookUp(shelf, text, { most: shown }))
  const seconds = (performance.now() - startedAt) / 1_000
  const ranks = rows.map(({ gold }, at) => answers[at]?.findIndex(({ id }) => gold.includes(id)))
  const asked = rows.flatMap(({ gold }, at) => (gold.length > 0 ? at : []))
  const unanswerable = rows.flatMap(({ gold }, at) => (gold.length === 0 ? at : []))
  const isShown = (at: number, place: number) => (answers[at]?.[place]?.score ?? 0) >= line
  const share = (some: readonly number[], holds: (at: number) => boolean) =>
    some.length === 0 ? null : Math.round((some.filter(holds).length / some.length) * 1_000) / 1_000
  return {
    rows: rows.length,
    answers: shelf.ids.length,
    passages: passages.length,
    recallAt1: share(asked, (at) => ranks[at] === 0),
    recallAt3: share(asked, (at) => (ranks[at] ?? -1) >= 0),
    line,
    /** With the line: the right one stands there, something wrong alone does, something for nothing. */
    rightShown: share(asked, (at) => (ranks[at] ?? -1) >= 0 && isShown(at, ranks[at] as number)),
    onlyWrongShown: share(
      asked,
      (at) => isShown(at, 0) && !((ranks[at] ?? -1) >= 0 && isShown(at, ranks[at] as number)),
    ),
    shownForNothing: share(unanswerable, (at) => isShown(at, 0)),
    queriesPerSecond: Math.round(rows.length / seconds),
  }
}
