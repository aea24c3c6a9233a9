import type { Ctx } from '../../platform/ctx.ts'
import { reaction } from '../../platform/events/reactions.ts'
import { type KnownMember, loadSettings } from '../../workspaces/index.ts'
import { loadAlert } from './alert.ts'
import { alertMail } from './alert-mail.ts'
import { presentAlert } from './present-alerts.ts'
import { recipientsOf } from './settings.ts'

/** An alert reaches the members who asked for it by mail, each once. */
export const mailAlerts = reaction<'alert.raised'>({
  name: 'insights.mailAlerts',
  async run(ctx, events) {
    const settings = await loadSettings(ctx)
    if (!ctx.mail || settings.sample) return
    const recipients = await recipientsOf(ctx)
    if (recipients.length === 0) return
    for (const alertId of new Set(events.map(({ data }) => data.alertId))) {
      // Meanwhile over, or somebody has seen it: mail would only come too late.
      if ((await loadAlert(ctx, alertId)).state !== 'raised') continue
      const { publicUrl } = ctx.config
      const mail = alertMail(await presentAlert(ctx, alertId), {
        ...settings,
        url: publicUrl && `${publicUrl}/console/w/${settings.slug}/radar/${alertId}`,
      })
      for (const member of recipients) await send(ctx, alertId, member, { ...mail, settings })
    }
  },
})

/** Claimed before it leaves: a mail that a crash swallows still stands on the radar page. */
async function send(
  ctx: Ctx,
  alertId: string,
  member: KnownMember,
  mail: { subject: string; text: string; settings: { name: string } },
): Promise<void> {
  const claimed = await ctx.db
    .insertInto('alert_mails')
    .values({
      workspace_id: ctx.workspaceId,
      alert_id: alertId,
      member_id: member.id,
      at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('member_id')
    .executeTakeFirst()
  if (!claimed) return
  await ctx.mail
    ?.send({
      to: member.email,
      fromName: mail.settings.name,
      subject: mail.subject,
      text: mail.text,
      messageId: `alert-${alertId}-${member.id}`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    .catch((error: unknown) => ctx.log.warn({ err: error, alertId }, 'alert not mailed'))
}
