import type { Ctx } from '../../platform/ctx.ts'
import { baselinesOf, historyOf, weekClockOf, youngestMs } from './baselines.ts'
import { endQuiet } from './end-quiet.ts'
import { findSpikes } from './find-spikes.ts'
import { gatherSpikes, type SpikeCases } from './gather-spikes.ts'
import { keepMatters } from './keep-matters.ts'
import { liftsOf } from './lifts.ts'
import { isIn, loadCases, loadCounts } from './load-window.ts'
import { radarSettingsOf } from './settings.ts'
import { seenIn, windowsAt } from './watch.ts'

/**
 * One look at a workspace: what stands out now becomes an alert, or belongs to one that is there;
 * alerts that have been quiet are over. Looking twice at the same moment finds the same.
 */
export async function look(ctx: Ctx): Promise<void> {
  const { active, leastCustomers } = await radarSettingsOf(ctx)
  await endQuiet(ctx)
  const since = active ? await historyOf(ctx) : null
  if (!since || ctx.now().getTime() - since.getTime() < youngestMs) return
  const windows = windowsAt(ctx.now().getTime())
  const counts = await loadCounts(ctx, windows)
  if (counts.length === 0) return
  const clock = await weekClockOf(ctx)
  const series = [...new Set(counts.map(({ watched }) => watched))]
  const baselines = await baselinesOf(ctx, clock, series, since)
  const spikes = findSpikes(seenIn(clock, windows, counts, baselines), await liftsOf(ctx))
  if (spikes.length === 0) return
  const cases = await loadCases(ctx, new Date(windows.day))
  const carried = spikes.flatMap((spike): SpikeCases[] => {
    const from = windows.now - spike.minutes * 60_000
    const own = cases.filter((one) => one.at.getTime() >= from && isIn(one, spike.series))
    const customers = new Set(own.map(({ customer_id }) => customer_id))
    return customers.size >= leastCustomers
      ? [{ spike, caseIds: new Set(own.map(({ case_id }) => case_id)) }]
      : []
  })
  await keepMatters(ctx, gatherSpikes(carried), { clock, baselines, now: windows.now })
}
