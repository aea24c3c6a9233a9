import type { ReplyOf } from '../../../contract/endpoint.ts'
import type { readRadar as endpoint, Watched } from '../../../contract/radar.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { membersById } from '../../workspaces/index.ts'
import { loadLive } from './alert.ts'
import { expectedIn } from './baseline.ts'
import { baselinesOf, historyOf, weekClockOf, youngestMs } from './baselines.ts'
import { liftLeft, loadLifts } from './lifts.ts'
import { loadCounts } from './load-window.ts'
import { nameWatched } from './name-watched.ts'
import { presentAlerts } from './present-alerts.ts'
import { radarSettingsOf } from './settings.ts'
import { windowsAt } from './watch.ts'

/** Most that the page lists of what is watched. */
const mostWatched = 40

/** What stands out now, and what the radar watches. */
export async function readRadar(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  const [settings, history, live, lifts, state, watching] = await Promise.all([
    radarSettingsOf(ctx),
    historyOf(ctx),
    loadLive(ctx),
    loadLifts(ctx),
    ctx.db
      .selectFrom('radar_states')
      .select('looked_at')
      .where('workspace_id', '=', ctx.workspaceId)
      .executeTakeFirst(),
    watchedNow(ctx),
  ])
  const names = await nameWatched(ctx, [
    ...lifts.map(({ watched }) => watched),
    ...watching.map(({ series }) => series),
  ])
  const teachers = await membersById(
    ctx,
    lifts.flatMap(({ member_id }) => member_id ?? []),
  )
  const shown = live.filter(({ state: one }) => one !== 'dismissed')
  return {
    active: settings.active,
    historyFrom: history?.toISOString() ?? null,
    warnsFrom: history ? new Date(history.getTime() + youngestMs).toISOString() : null,
    lookedAt: state?.looked_at?.toISOString() ?? null,
    watching: watching.map(({ series, cases, usual }) => ({
      watched: names.get(series) as Watched,
      cases,
      usual,
    })),
    alerts: await presentAlerts(ctx, shown),
    lifts: lifts.map((row) => {
      const by = teachers.get(row.member_id ?? '')
      return {
        watched: names.get(row.watched) as Watched,
        series: row.watched,
        times: liftLeft(row, ctx.now()),
        by: by ? { id: by.id, name: by.name } : null,
        at: row.at.toISOString(),
        alertId: row.alert_id,
      }
    }),
    can: ctx.actor.permits('alerts.manage') ? ['forget'] : [],
  }
}

/** The fullest series of the last day, beside what they usually have. */
async function watchedNow(ctx: Ctx): Promise<{ series: string; cases: number; usual: number }[]> {
  const since = await historyOf(ctx)
  if (!since) return []
  const windows = windowsAt(ctx.now().getTime())
  const sums = new Map<string, number>()
  for (const { watched, day } of await loadCounts(ctx, windows))
    sums.set(watched, (sums.get(watched) ?? 0) + day)
  const fullest = [...sums].sort((a, b) => b[1] - a[1]).slice(0, mostWatched)
  const clock = await weekClockOf(ctx)
  const baselines = await baselinesOf(
    ctx,
    clock,
    fullest.map(([series]) => series),
    since,
  )
  return fullest.map(([series, cases]) => {
    const baseline = baselines.get(series)
    const usual = baseline ? expectedIn(clock, baseline, windows.day, windows.now) : 0
    return { series, cases, usual }
  })
}
