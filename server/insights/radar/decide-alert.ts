/** What people decide of an alert. What they say is no problem, or not now, teaches the radar. */
import type { InputOf } from '../../../contract/endpoint.ts'
import type { EventType } from '../../../contract/events.ts'
import type {
  AlertAct,
  AlertView,
  acknowledgeAlert as acknowledgeEndpoint,
  dismissAlert as dismissEndpoint,
  restoreAlert as restoreEndpoint,
  snoozeAlert as snoozeEndpoint,
} from '../../../contract/radar.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { Conflict } from '../../platform/errors.ts'
import { loadSettings, zoneOf } from '../../workspaces/index.ts'
import { type Alert, actsOn, holdAlert } from './alert.ts'
import { forgetLift, lift, taughtBy } from './lifts.ts'
import { presentAlert } from './present-alerts.ts'
import { dayMs, hourMs } from './slots.ts'
import type { AlertsTable } from './tables.ts'

type Change = Partial<Pick<AlertsTable, 'state' | 'snoozed_until'>>
type Decided = Extract<EventType, `alert.${string}`>

/** Somebody looks after it. */
export function acknowledgeAlert(
  ctx: Ctx,
  { alertId }: InputOf<typeof acknowledgeEndpoint>,
): Promise<AlertView> {
  return decide(ctx, alertId, 'acknowledge', 'alert.acknowledged', async () => ({
    state: 'acknowledged',
    snoozed_until: null,
  }))
}

/** Not now. */
export function snoozeAlert(
  ctx: Ctx,
  { alertId, until }: InputOf<typeof snoozeEndpoint>,
): Promise<AlertView> {
  return decide(ctx, alertId, 'snooze', 'alert.snoozed', async (tx, alert) => {
    await lift(tx, alert, heightOf(alert), taughtBy.snoozed)
    const { timeZone } = await loadSettings(tx)
    return { state: 'snoozed', snoozed_until: untilMoment(until, tx.now(), timeZone) }
  })
}

/** No problem: such a height is usual for a while. */
export function dismissAlert(
  ctx: Ctx,
  { alertId }: InputOf<typeof dismissEndpoint>,
): Promise<AlertView> {
  return decide(ctx, alertId, 'dismiss', 'alert.dismissed', async (tx, alert) => {
    await lift(tx, alert, heightOf(alert), taughtBy.dismissed)
    return { state: 'dismissed', snoozed_until: null }
  })
}

/** What was decided of it is taken back, with what that taught. */
export function restoreAlert(
  ctx: Ctx,
  { alertId }: InputOf<typeof restoreEndpoint>,
): Promise<AlertView> {
  return decide(ctx, alertId, 'restore', 'alert.restored', async (tx, alert) => {
    if (alert.state !== 'acknowledged') await forgetLift(tx, alert.watched)
    return { state: alert.ended_at === null ? 'raised' : 'over', snoozed_until: null }
  })
}

async function decide(
  ctx: Ctx,
  alertId: string,
  act: AlertAct,
  event: Decided,
  change: (tx: Tx, alert: Alert) => Promise<Change>,
): Promise<AlertView> {
  await ctx.write(async (tx) => {
    const alert = await holdAlert(tx, alertId)
    if (!actsOn(alert, tx.actor).includes(act)) throw new Conflict('alert_over')
    const isBack = act === 'restore'
    await tx.db
      .updateTable('alerts')
      .set({
        ...(await change(tx, alert)),
        decided_by: isBack ? null : tx.actor.id,
        decided_at: isBack ? null : tx.now(),
      })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', alert.id)
      .execute()
    tx.record(event, { alertId })
  })
  return presentAlert(ctx, alertId)
}

function heightOf({ found }: Alert): number {
  return found.seen / Math.max(found.usual, 0.5)
}

/** Eight in the morning of the next Monday, an hour, or a day from now. */
export function untilMoment(
  until: InputOf<typeof snoozeEndpoint>['until'],
  now: Date,
  timeZone: string,
): Date {
  const at = now.getTime()
  if (until === 'hour') return new Date(at + hourMs)
  if (until === 'day') return new Date(at + dayMs)
  const zone = zoneOf(timeZone)
  const today = zone.dayOf(at)
  const weekday = (((today + 3) % 7) + 7) % 7
  const eight = (today + 7 - weekday) * dayMs + 8 * hourMs
  return new Date(eight - zone.offsetAt(eight))
}
