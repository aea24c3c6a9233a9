import type { Locale } from '../../contract/values.ts'
import { type Case, casesById } from '../cases/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { type KnownMember, loadSettings, membersById, membersOfTeam } from '../workspaces/index.ts'
import { surveyOf } from './survey-settings.ts'

interface Alert {
  workspaceName: string
  number: number
  title: string
  score: number
  comment: string
  /** Null where nobody said under which address members reach the console. */
  url: string | null
}

const words: Record<Locale, (alert: Alert) => { subject: string; text: string }> = {
  'zh-CN': ({ workspaceName, number, title, score, comment, url }) => ({
    subject: `客户只打了 ${score} 分：工单 HY-${number}`,
    text: [
      `工单 HY-${number}「${title}」的客户回访只打了 ${score} 分（满分 5 分），工单需要您再跟进一次。`,
      comment ? `客户说：\n${comment}` : '客户没有留言。',
      ...(url ? [`打开工单：\n${url}`] : []),
      workspaceName,
    ].join('\n\n'),
  }),
  en: ({ workspaceName, number, title, score, comment, url }) => ({
    subject: `A customer gave us ${score} of 5: case HY-${number}`,
    text: [
      `The customer of case HY-${number} “${title}” rated how we handled it ${score} of 5. It needs you once more.`,
      comment ? `They wrote:\n${comment}` : 'They left no comment.',
      ...(url ? [`Open the case:\n${url}`] : []),
      workspaceName,
    ].join('\n\n'),
  }),
}

/** A low score reaches whoever has the case by mail, and its whole team when nobody has it. */
export const mailTeam = reaction<'survey.answered'>({
  name: 'followups.mailTeam',
  async run(ctx, events) {
    if (!ctx.mail || (await loadSettings(ctx)).sample) return
    const { lowScore } = await surveyOf(ctx)
    const low = events.filter(({ data }) => data.score <= lowScore)
    const found = await casesById(
      ctx,
      low.map(({ data }) => data.caseId),
    )
    for (const { data } of low) {
      const one = found.get(data.caseId)
      if (one) await alert(ctx, one, data.invitationId)
    }
  },
})

/** Claimed before it leaves: an alert that a crash swallows still stands in the case as a note. */
async function alert(
  ctx: Ctx,
  { id, number, title, assignee_id, team_id }: Case,
  invitationId: string,
): Promise<void> {
  const claimed = await ctx.db
    .updateTable('survey_invitations')
    .set({ alerted_at: ctx.now() })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', invitationId)
    .where('alerted_at', 'is', null)
    .returning(['score', 'comment'])
    .executeTakeFirst()
  if (!claimed) return
  const { name: workspaceName, slug, locale } = await loadSettings(ctx)
  const { publicUrl } = ctx.config
  const mail = words[locale]({
    workspaceName,
    number,
    title,
    score: claimed.score ?? 0,
    comment: claimed.comment ?? '',
    url: publicUrl && `${publicUrl}/console/w/${slug}/inbox/${id}`,
  })
  for (const member of await whoHas(ctx, assignee_id, team_id))
    await ctx.mail
      ?.send({
        to: member.email,
        fromName: workspaceName,
        ...mail,
        messageId: `alert-${invitationId}-${member.id}`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      .catch((error: unknown) => ctx.log.warn({ err: error, invitationId }, 'alert not mailed'))
}

async function whoHas(
  ctx: Ctx,
  assigneeId: string | null,
  teamId: string | null,
): Promise<KnownMember[]> {
  const assignee = assigneeId ? (await membersById(ctx, [assigneeId])).get(assigneeId) : undefined
  if (assignee?.active) return [assignee]
  return teamId ? membersOfTeam(ctx, teamId) : []
}
