/** What was met on the way through a sheet that is no reason to reject a row. Pure. */
import type { UnknownCategory } from '../../../contract/imports.ts'
import { mostCategoryChoices } from '../../../contract/imports.ts'

export interface Findings {
  /** Values of the category column that name no category. */
  unknown: UnknownCategory[]
  /** Rows with yet other such values. */
  otherRows: number
  /** The first rows that repeat, from 1. */
  repeats: number[]
  /** Accepted rows whose contact details go the night after: as old as they may be kept. */
  agedContacts: number
}

const mostRepeats = 5

export const noFindings: Findings = { unknown: [], otherRows: 0, repeats: [], agedContacts: 0 }

/** With what one piece of the sheet showed. */
export function withPiece(
  before: Findings,
  piece: {
    unknown: readonly Pick<UnknownCategory, 'entry' | 'name'>[]
    repeats: readonly number[]
    agedContacts: number
  },
): Findings {
  const known = new Map(before.unknown.map((one) => [keyOf(one), { ...one }]))
  let { otherRows } = before
  for (const { entry, name } of piece.unknown) {
    const held = known.get(keyOf({ entry, name }))
    if (held) held.rows += 1
    else if (known.size < mostCategoryChoices && isChoosable(name))
      known.set(keyOf({ entry, name }), { entry, name, rows: 1 })
    else otherRows += 1
  }
  return {
    unknown: [...known.values()].sort((a, b) => b.rows - a.rows),
    otherRows,
    repeats: [...before.repeats, ...piece.repeats].slice(0, mostRepeats),
    agedContacts: before.agedContacts + piece.agedContacts,
  }
}

/** What a person may choose about: a name, not a paragraph. */
function isChoosable(name: string): boolean {
  return name.length <= 100 && !name.includes('\n')
}

function keyOf({ entry, name }: Pick<UnknownCategory, 'entry' | 'name'>): string {
  return `${entry} ${name.normalize('NFKC').toLowerCase()}`
}
