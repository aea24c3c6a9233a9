import type { InputOf } from '../../contract/endpoint.ts'
import type { Behind, Dashboard, readDashboard as endpoint } from '../../contract/insights.ts'
import { channelsOf } from '../channels/index.ts'
import { catalogueOf } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'
import {
  byCategory,
  byChannel,
  byDay,
  byKind,
  opened,
  replyRate,
  satisfaction,
  times,
} from './dashboard.ts'
import { loadRows } from './figures.ts'
import { dayOf, periodOf } from './periods.ts'

/** The period in numbers, beside the period before; every number says which list it counts. */
export async function readDashboard(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Dashboard> {
  const [{ timeZone, replyGoal }, channels, { categories }] = await Promise.all([
    loadSettings(ctx),
    channelsOf(ctx),
    catalogueOf(ctx),
  ])
  const period = periodOf(input, dayOf(ctx.now(), timeZone))
  const channelId = input.channel ?? null
  const rows = await loadRows(ctx, { period, channelId })
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
