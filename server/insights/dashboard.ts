/** What a dashboard says, pure: from the sums over both periods. */
import type { ChannelView } from '../../contract/channels.ts'
import type { Behind, Dashboard, Figure } from '../../contract/insights.ts'
import { type Kind, kinds } from '../../contract/values.ts'
import type { Catalogue } from '../feedback/index.ts'
import { quantile } from './durations.ts'
import type { CellRow, Rows } from './figures.ts'
import { type Period, pointsOf } from './periods.ts'

export function opened({ cells }: Rows, behind: Behind): Figure {
  const { now, before } = apart(cells)
  const value = sum(now, ({ cases }) => cases)
  return { value, before: sum(before, ({ cases }) => cases), n: value, behind }
}

/** Answered within the promise ÷ all whose promise has been decided, kept or broken. */
export function replyRate({ cells }: Rows, behind: Behind): Figure {
  const rate = (some: Rows['cells']) => {
    const kept = sum(some, (cell) => cell.kept)
    const decided = kept + sum(some, ({ broken }) => broken)
    return { value: decided === 0 ? null : kept / decided, decided }
  }
  const { now, before } = apart(cells)
  const { value, decided } = rate(now)
  return {
    value,
    before: rate(before).value,
    n: decided,
    behind: { ...behind, promise: 'kept,broken' },
  }
}

export function times(
  { durations }: Rows,
  measure: 'reply' | 'resolution',
  behind: Behind,
): { median: Figure; p90: Figure } {
  const { now, before } = apart(durations.filter((row) => row.measure === measure))
  const n = sum(now, ({ cases }) => cases)
  const figure = (q: number): Figure => ({
    value: quantile(now, q),
    before: quantile(before, q),
    n,
    behind,
  })
  return { median: figure(0.5), p90: figure(0.9) }
}

export function satisfaction({ scores }: Rows, behind: Behind): Figure {
  const mean = (some: Rows['scores']) => {
    const n = sum(some, ({ cases }) => cases)
    return { value: n === 0 ? null : sum(some, ({ score, cases }) => score * cases) / n, n }
  }
  const { now, before } = apart(scores)
  const { value, n } = mean(now)
  return {
    value,
    before: mean(before).value,
    n,
    behind: { ...behind, score: '1,2,3,4,5' },
  }
}

export function byDay({ cells }: Rows, period: Period): Dashboard['days'] {
  const totals = new Map<string, number>()
  for (const { day, cases } of cells) totals.set(day, (totals.get(day) ?? 0) + cases)
  const before = pointsOf(period.beforeFrom, period.beforeTo, period.unit)
  return pointsOf(period.from, period.to, period.unit).map((day, i) => ({
    day,
    cases: totals.get(day) ?? 0,
    before: totals.get(before[i] ?? '') ?? 0,
  }))
}

export function byChannel(
  { cells }: Rows,
  channels: readonly ChannelView[],
  behind: Behind,
): Dashboard['byChannel'] {
  return channels.map(({ id, name, kind }) => {
    const own = cells.filter(({ channel_id }) => channel_id === id)
    return { id, name, kind, ...nowAndBefore(own), behind: { ...behind, channel: id } }
  })
}

export function byKind({ cells }: Rows, behind: Behind): Dashboard['byKind'] {
  const one = (kind: Kind | '') => nowAndBefore(cells.filter((cell) => cell.kind === kind))
  const unread = one('')
  return [
    ...kinds.map((kind) => ({ kind, ...one(kind), behind: { ...behind, kind } })),
    ...(unread.cases + unread.before > 0
      ? [{ kind: null, ...unread, behind: { ...behind, kind: 'none' } }]
      : []),
  ]
}

function nowAndBefore(cells: CellRow[]): { cases: number; before: number } {
  return {
    cases: sum(
      cells.filter(({ now }) => now),
      ({ cases }) => cases,
    ),
    before: sum(
      cells.filter(({ now }) => !now),
      ({ cases }) => cases,
    ),
  }
}

export function byCategory(
  { categories }: Rows,
  names: Catalogue['categories'],
  behind: Behind,
): Dashboard['byCategory'] {
  return categories.map(({ category_id, cases, before }) => {
    const found = names.get(category_id)
    return {
      id: found ? category_id : null,
      name: found?.name ?? null,
      nameEn: found?.nameEn ?? null,
      cases,
      before,
      behind: { ...behind, category: found ? category_id : 'none' },
    }
  })
}

/** The period that is looked at, and the one before it. */
function apart<T extends { now: boolean }>(rows: readonly T[]): { now: T[]; before: T[] } {
  return { now: rows.filter((row) => row.now), before: rows.filter((row) => !row.now) }
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}
