/** An alert as a row: finding it, holding it while something is decided. */
import type { Selectable } from 'kysely'
import type { AlertAct } from '../../../contract/radar.ts'
import type { Actor, Ctx, Tx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import type { AlertsTable } from './tables.ts'

export type Alert = Selectable<AlertsTable>
/** A Ctx or a Tx. */
export type Reader = Pick<Ctx, 'workspaceId' | 'db'>

export async function loadAlert(ctx: Reader, alertId: string): Promise<Alert> {
  const found = await select(ctx, alertId).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

export async function holdAlert(tx: Tx, alertId: string): Promise<Alert> {
  const found = await select(tx, alertId).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** What goes on, whatever was decided of it. */
export function loadLive(ctx: Reader): Promise<Alert[]> {
  return ctx.db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ended_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

/** What may be done with it, by whom. */
export function actsOn(alert: Pick<Alert, 'state' | 'ended_at'>, actor: Actor): AlertAct[] {
  const acts: AlertAct[] = []
  if (actor.permits('alerts.manage') && alert.ended_at === null) {
    if (alert.state === 'raised') acts.push('acknowledge')
    if (alert.state !== 'dismissed') acts.push('snooze', 'dismiss')
  }
  const isDecided = ['acknowledged', 'snoozed', 'dismissed'].includes(alert.state)
  if (actor.permits('alerts.manage') && isDecided) acts.push('restore')
  if (actor.permits('problems.manage')) acts.push('link')
  return acts
}

function select(ctx: Reader, alertId: string) {
  return ctx.db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', alertId)
}
