/** How the radar warns, and whom. */
import type { RadarSettings } from '../../../contract/radar.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type KnownMember, membersById } from '../../workspaces/index.ts'
import type { Reader } from './alert.ts'

const usual = { active: true, least_customers: 5 }

export async function radarSettingsOf(
  ctx: Reader,
): Promise<{ active: boolean; leastCustomers: number }> {
  const row = await ctx.db
    .selectFrom('radar_settings')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
  const { active, least_customers } = row ?? usual
  return { active, leastCustomers: least_customers }
}

/** Members who get alerts by mail; those who left get none. */
export async function recipientsOf(ctx: Reader): Promise<KnownMember[]> {
  const rows = await ctx.db
    .selectFrom('alert_recipients')
    .select('member_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('member_id')
    .execute()
  const members = await membersById(
    ctx,
    rows.map(({ member_id }) => member_id),
  )
  return [...members.values()].filter(({ active }) => active)
}

export async function readRadarSettings(ctx: Ctx): Promise<RadarSettings> {
  const [settings, recipients] = await Promise.all([radarSettingsOf(ctx), recipientsOf(ctx)])
  return {
    ...settings,
    recipients: recipients.map(({ id, name }) => ({ id, name })),
    mailsMe: recipients.some(({ id }) => ctx.actor.kind === 'member' && id === ctx.actor.id),
    mailWorks: ctx.mail !== null,
    can: ctx.actor.permits('workspace.manage') ? ['change'] : [],
  }
}
