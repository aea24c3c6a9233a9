import { sql } from 'kysely'
import type { InputOf } from '../../../contract/endpoint.ts'
import type { AlertDetail, showAlert as endpoint, Watched } from '../../../contract/radar.ts'
import { channelsOf } from '../../channels/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Alert, loadAlert } from './alert.ts'
import { drawCurve } from './draw-curve.ts'
import { nameWatched } from './name-watched.ts'
import { behindOf, presentAlerts } from './present-alerts.ts'

const mostCells = 24

/** One alert: its curve, where it sits, its new words. */
export async function showAlert(
  ctx: Ctx,
  { alertId }: InputOf<typeof endpoint>,
): Promise<AlertDetail> {
  const alert = await loadAlert(ctx, alertId)
  const [views, names, curve, cells] = await Promise.all([
    presentAlerts(ctx, [alert]),
    nameWatched(ctx, alert.found.also),
    drawCurve(ctx, alert),
    cellsOf(ctx, alert),
  ])
  return {
    ...(views[0] as AlertDetail),
    also: alert.found.also.map((series) => names.get(series) as Watched),
    curve,
    cells,
  }
}

/** Of the cases it has, by version, platform, channel and region together. */
async function cellsOf(ctx: Ctx, alert: Alert): Promise<AlertDetail['cells']> {
  const { rows } = await sql<{
    version: string
    platform: string
    channel_id: string
    region: string
    cases: number
    customers: number
  }>`
    select c.version, c.platform, c.channel_id, c.region, count(*)::int as cases,
      count(distinct c.customer_id)::int as customers
    from gathered_cases g join radar_cases c on c.workspace_id = g.workspace_id and c.case_id = g.case_id
    where g.workspace_id = ${ctx.workspaceId}::uuid and c.workspace_id = ${ctx.workspaceId}::uuid
      and g.gathering_id = ${alert.id}::uuid
    group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4 limit ${mostCells}`.execute(ctx.db)
  const channels = new Map((await channelsOf(ctx)).map(({ id, name }) => [id, name]))
  return rows.map(({ version, platform, channel_id, region, cases, customers }) => ({
    ...{ version, platform, region, cases, customers },
    channel: { id: channel_id, name: channels.get(channel_id) ?? '' },
    behind: behindOf(alert.id, { version, platform, channel: channel_id, region }),
  }))
}
