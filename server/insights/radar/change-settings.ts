import type { InputOf } from '../../../contract/endpoint.ts'
import type {
  changeRadarSettings as changeEndpoint,
  RadarSettings,
  wantAlertMails as wantEndpoint,
} from '../../../contract/radar.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { membersById } from '../../workspaces/index.ts'
import { readRadarSettings, recipientsOf } from './settings.ts'

/** An admin says whether the radar warns, from how many customers on, and who gets mail. */
export async function changeRadarSettings(
  ctx: Ctx,
  input: InputOf<typeof changeEndpoint>,
): Promise<RadarSettings> {
  const ids = [...new Set(input.recipientIds)]
  await ctx.write(async (tx) => {
    const known = await membersById(tx, ids)
    if (known.size < ids.length) throw new Invalid('member_unknown', 'recipientIds')
    const before = new Set((await recipientsOf(tx)).map(({ id }) => id))
    if (ids.some((id) => !known.get(id)?.active && !before.has(id)))
      throw new Invalid('member_inactive', 'recipientIds')
    const settings = { active: input.active, least_customers: input.leastCustomers }
    await tx.db
      .insertInto('radar_settings')
      .values({ workspace_id: tx.workspaceId, ...settings })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(settings))
      .execute()
    await tx.db.deleteFrom('alert_recipients').where('workspace_id', '=', tx.workspaceId).execute()
    await addRecipients(tx, ids)
    tx.record('settings.changed', { what: 'radar' })
  })
  return readRadarSettings(ctx)
}

/** A member wants alerts by mail, or no longer. */
export async function wantAlertMails(
  ctx: Ctx,
  { wanted }: InputOf<typeof wantEndpoint>,
): Promise<RadarSettings> {
  const { id, kind } = ctx.actor
  if (kind !== 'member' || id === null) throw new NotFound()
  await ctx.write(async (tx) => {
    if (wanted) await addRecipients(tx, [id])
    else
      await tx.db
        .deleteFrom('alert_recipients')
        .where('workspace_id', '=', tx.workspaceId)
        .where('member_id', '=', id)
        .execute()
    tx.record('settings.changed', { what: 'radar' })
  })
  return readRadarSettings(ctx)
}

async function addRecipients(tx: Tx, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return
  await tx.db
    .insertInto('alert_recipients')
    .values(memberIds.map((member_id) => ({ workspace_id: tx.workspaceId, member_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
