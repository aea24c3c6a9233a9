import type { ChannelView } from '../../contract/channels.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type {
  Behind,
  Dashboard,
  readDashboard as endpoint,
  Figure,
} from '../../contract/insights.ts'
import { type Kind, kinds } from '../../contract/values.ts'
import { channelsOf } from '../channels/index.ts'
import { type Catalogue, catalogueOf } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'
import { quantile } from './durations.ts'
import * as figures from './figures.ts'
import { dayOf, type Period, periodOf, pointsOf } from './periods.ts'

type Rows = Awaited<ReturnType<typeof load>>

/** The period in numbers, beside the period before; every number says which list it counts. */
export async function readDashboard(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Dashboard> {
  const [{ timeZone, replyGoal }, channels, { categories }] = await Promise.all([
    loadSettings(ctx),
    channelsOf(ctx),
    catalogueOf(ctx),
  ])
  const period = periodOf(input, dayOf(ctx.now(), timeZone))
  const channelId = input.channel ?? null
  const rows = await load(ctx, { period, channelId })
  const behind: Behind = {
    openedFrom: period.from,
    openedTo: period.to,
    ...(channelId ? { channel: channelId } : {}),
  }

  return {
    from: period.from,
    to: period.to,
    beforeFrom: period.beforeFrom,
    beforeTo: period.beforeTo,
    timeZone,
    unit: period.unit,
    opened: opened(rows, behind),
    replyRate: { ...replyRate(rows, behind), goal: replyGoal },
    firstReply: times(rows, 'reply', { ...behind, answered: 'yes' }),
    resolution: times(rows, 'resolution', { ...behind, resolved: 'yes' }),
    satisfaction: satisfaction(rows, behind),
    scores: [1, 2, 3, 4, 5].map((score) => ({
      score,
      cases: rows.scores.find((row) => row.now && row.score === score)?.cases ?? 0,
      behind: { ...behind, score: String(score) },
    })),
    unanswered: {
      value: rows.unanswered.cases,
      before: null,
      n: rows.unanswered.cases,
      behind: {
        view: 'open',
        answered: 'no',
        sort: 'oldest',
        ...(channelId ? { channel: channelId } : {}),
      },
      oldestCaseId: rows.unanswered.oldest?.id ?? null,
      oldestOpenedAt: rows.unanswered.oldest?.opened_at.toISOString() ?? null,
    },
    days: byDay(rows, period),
    byChannel: byChannel(rows, channels, behind),
    byKind: byKind(rows, behind),
    byCategory: byCategory(rows, categories, behind),
    cells: rows.cells
      .filter(({ now }) => now)
      .map((cell) => ({
        day: cell.day,
        channelId: cell.channel_id,
        kind: cell.kind || null,
        cases: cell.cases,
      })),
    asOf: rows.asOf?.toISOString() ?? null,
  }
}

async function load(ctx: Ctx, scope: figures.Scope) {
  const [cells, categories, durations, scores, unanswered, asOf] = await Promise.all([
    figures.cells(ctx, scope),
    figures.categories(ctx, scope),
    figures.durations(ctx, scope),
    figures.scores(ctx, scope),
    figures.unanswered(ctx, scope.channelId),
    figures.asOf(ctx),
  ])
  return { cells, categories, durations, scores, unanswered, asOf }
}

function sum<T>(rows: T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}

function opened({ cells }: Rows, behind: Behind): Figure {
  const value = sum(
    cells.filter(({ now }) => now),
    ({ cases }) => cases,
  )
  return {
    value,
    before: sum(
      cells.filter(({ now }) => !now),
      ({ cases }) => cases,
    ),
    n: value,
    behind,
  }
}

/** Answered within the promise ÷ all whose promise has been decided, kept or broken. */
function replyRate({ cells }: Rows, behind: Behind): Figure {
  const rate = (now: boolean) => {
    const some = cells.filter((cell) => cell.now === now)
    const kept = sum(some, (cell) => cell.kept)
    const decided = kept + sum(some, ({ broken }) => broken)
    return { value: decided === 0 ? null : kept / decided, decided }
  }
  const now = rate(true)
  return {
    value: now.value,
    before: rate(false).value,
    n: now.decided,
    behind: { ...behind, promise: 'kept,broken' },
  }
}

function times(
  { durations }: Rows,
  measure: 'reply' | 'resolution',
  behind: Behind,
): { median: Figure; p90: Figure } {
  const of = (now: boolean) => durations.filter((row) => row.now === now && row.measure === measure)
  const n = sum(of(true), ({ cases }) => cases)
  const figure = (q: number): Figure => ({
    value: quantile(of(true), q),
    before: quantile(of(false), q),
    n,
    behind,
  })
  return { median: figure(0.5), p90: figure(0.9) }
}

function satisfaction({ scores }: Rows, behind: Behind): Figure {
  const mean = (now: boolean) => {
    const some = scores.filter((row) => row.now === now)
    const n = sum(some, ({ cases }) => cases)
    return { value: n === 0 ? null : sum(some, ({ score, cases }) => score * cases) / n, n }
  }
  const now = mean(true)
  return {
    value: now.value,
    before: mean(false).value,
    n: now.n,
    behind: { ...behind, score: '1,2,3,4,5' },
  }
}

function byDay({ cells }: Rows, period: Period): Dashboard['days'] {
  const totals = new Map<string, number>()
  for (const { day, cases } of cells) totals.set(day, (totals.get(day) ?? 0) + cases)
  const before = pointsOf(period.beforeFrom, period.beforeTo, period.unit)
  return pointsOf(period.from, period.to, period.unit).map((day, i) => ({
    day,
    cases: totals.get(day) ?? 0,
    before: totals.get(before[i] ?? '') ?? 0,
  }))
}

function byChannel(
  { cells }: Rows,
  channels: readonly ChannelView[],
  behind: Behind,
): Dashboard['byChannel'] {
  return channels.map(({ id, name, kind }) => {
    const own = cells.filter(({ channel_id }) => channel_id === id)
    return { id, name, kind, ...nowAndBefore(own), behind: { ...behind, channel: id } }
  })
}

function byKind({ cells }: Rows, behind: Behind): Dashboard['byKind'] {
  const one = (kind: Kind | '') => nowAndBefore(cells.filter((cell) => cell.kind === kind))
  const unread = one('')
  return [
    ...kinds.map((kind) => ({ kind, ...one(kind), behind: { ...behind, kind } })),
    ...(unread.cases + unread.before > 0
      ? [{ kind: null, ...unread, behind: { ...behind, kind: 'none' } }]
      : []),
  ]
}

function nowAndBefore(cells: figures.CellRow[]): { cases: number; before: number } {
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

function byCategory(
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
