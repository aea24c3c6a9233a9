/** Alerts as members see them. */
import type { Behind } from '../../../contract/insights.ts'
import type { AlertView, Watched } from '../../../contract/radar.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { membersById } from '../../workspaces/index.ts'
import { type Alert, actsOn, loadAlert } from './alert.ts'
import { type SomeTraits, traitNames } from './find-cause.ts'
import { nameWatched } from './name-watched.ts'

export async function presentAlert(ctx: Ctx, alertId: string): Promise<AlertView> {
  const [view] = await presentAlerts(ctx, [await loadAlert(ctx, alertId)])
  return view as AlertView
}

export async function presentAlerts(ctx: Ctx, alerts: readonly Alert[]): Promise<AlertView[]> {
  if (alerts.length === 0) return []
  const [names, members, problems] = await Promise.all([
    nameWatched(
      ctx,
      alerts.map(({ watched }) => watched),
    ),
    membersById(
      ctx,
      alerts.flatMap(({ decided_by }) => decided_by ?? []),
    ),
    problemsOf(
      ctx,
      alerts.flatMap(({ problem_id }) => problem_id ?? []),
    ),
  ])
  return alerts.map((alert) => {
    const member = members.get(alert.decided_by ?? '')
    const { found } = alert
    return {
      id: alert.id,
      watched: names.get(alert.watched) as Watched,
      state: alert.state,
      beganAt: alert.began_at.toISOString(),
      raisedAt: alert.raised_at.toISOString(),
      seenAt: alert.seen_at.toISOString(),
      endedAt: alert.ended_at?.toISOString() ?? null,
      snoozedUntil: alert.snoozed_until?.toISOString() ?? null,
      decidedBy: member ? { id: member.id, name: member.name } : null,
      decidedAt: alert.decided_at?.toISOString() ?? null,
      problem: problems.get(alert.problem_id ?? '') ?? null,
      window: { minutes: found.minutes, cases: found.seen, usual: found.usual },
      cases: found.cases,
      customers: found.customers,
      orders: found.orders,
      amount: found.amount,
      cause: found.cause && {
        traits: traitsIn(found.cause.traits),
        share: found.cause.share,
        before: found.cause.before,
        cases: found.cause.cases,
        behind: behindOf(alert.id, found.cause.traits),
      },
      words: found.words.map(({ word, texts, before }) => ({ word, cases: texts, before })),
      behind: behindOf(alert.id),
      can: actsOn(alert, ctx.actor),
    }
  })
}

/** The list of the cases of an alert, or of those with some traits; a trait nobody told is `none`. */
export function behindOf(alertId: string, traits: SomeTraits = {}): Behind {
  const told = Object.entries(traits).map(([name, value]) => [name, value === '' ? 'none' : value])
  return { alert: alertId, ...Object.fromEntries(told) }
}

function traitsIn(traits: SomeTraits) {
  return traitNames.flatMap((name) => {
    const value = traits[name]
    return value === undefined ? [] : [{ name, value }]
  })
}

async function problemsOf(
  ctx: Ctx,
  ids: string[],
): Promise<Map<string, NonNullable<AlertView['problem']>>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('problems')
    .select(['id', 'number', 'title'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
