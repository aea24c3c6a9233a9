/** What was said in a case, with the files and, for members, how it left. */
import type { MessageView } from '../../contract/cases.ts'
import type { TrackView } from '../../contract/track.ts'
import { draftsSentAs } from '../assistant/index.ts'
import { deliveriesOf } from '../channels/index.ts'
import { evidenceOf, type Message, messagesOf } from '../feedback/index.ts'
import type { Recorded } from '../platform/events/reactions.ts'
import { isOf } from '../platform/events/read-events.ts'
import { membersById } from '../workspaces/index.ts'
import type { Reader } from './case.ts'
import { presentNotice } from './notices.ts'

/** With what happened in the case, which also knows the programs that wrote. */
export async function conversationOf(
  ctx: Reader,
  caseId: string,
  events: readonly Recorded[],
): Promise<MessageView[]> {
  const messages = (await messagesOf(ctx, [caseId])).get(caseId) ?? []
  const authors = [...new Set(messages.flatMap(({ memberId }) => memberId ?? []))]
  const leaving = messages.filter(({ direction }) => direction === 'out' || direction === 'notice')
  const [evidence, members, deliveries, drafted] = await Promise.all([
    evidenceOfMessages(ctx, caseId, messages),
    membersById(ctx, authors),
    deliveriesOf(
      ctx,
      leaving.map(({ id }) => id),
    ),
    draftsSentAs(ctx, caseId),
  ])
  const programs = programsBehind(events)
  return messages.map((message) => ({
    id: message.id,
    direction: message.direction,
    author: members.get(message.memberId ?? '')?.name ?? programs.get(message.id) ?? null,
    text: message.text,
    notice: presentNotice(message.notice),
    evidence: evidence(message.id),
    at: message.at.toISOString(),
    drafted: drafted.get(message.id) ?? null,
    deliveries: deliveries.get(message.id) ?? [],
  }))
}

/** Who wrote with an API key: the key's name, by message. */
function programsBehind(events: readonly Recorded[]): Map<string, string> {
  return new Map(
    events.flatMap((event) => {
      if (!isOf(event, 'case.answered') && !isOf(event, 'case.noted')) return []
      const { kind, name } = event.actor
      return kind === 'key' && name ? [[event.data.messageId, name] as const] : []
    }),
  )
}

/** The same for the customer: no notes, nobody's full record, and no name of who has left. */
export async function talkOf(ctx: Reader, caseId: string): Promise<TrackView['messages']> {
  const messages = (await messagesOf(ctx, [caseId])).get(caseId) ?? []
  const shown = messages.filter(({ direction }) => direction !== 'note')
  const [evidence, members] = await Promise.all([
    evidenceOfMessages(ctx, caseId, shown),
    membersById(
      ctx,
      shown.flatMap(({ memberId }) => memberId ?? []),
    ),
  ])
  const authorOf = (memberId: string | null) => {
    const member = members.get(memberId ?? '')
    return member?.active ? member.name : null
  }
  return shown.flatMap(({ id, direction, memberId, text, notice, at }) =>
    direction === 'note'
      ? []
      : [
          {
            id,
            direction,
            author: direction === 'out' ? authorOf(memberId) : null,
            text,
            notice: presentNotice(notice),
            evidence: evidence(id),
            at: at.toISOString(),
          },
        ],
  )
}

/** The files of a message that a feedback became belong to that feedback. */
async function evidenceOfMessages(ctx: Reader, caseId: string, messages: readonly Message[]) {
  const joined = await ctx.db
    .selectFrom('case_feedback')
    .select(['feedback_id', 'message_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('case_id', '=', caseId)
    .execute()
  const evidence = await evidenceOf(ctx, {
    messageIds: messages.map(({ id }) => id),
    feedbackIds: joined.map(({ feedback_id }) => feedback_id),
  })
  const origin = new Map(joined.map((row) => [row.message_id, row.feedback_id]))
  return (messageId: string) => [
    ...(evidence.get(messageId) ?? []),
    ...(evidence.get(origin.get(messageId) ?? '') ?? []),
  ]
}
