import type { FeedbackView } from '../../contract/feedback.ts'
import type { ChannelKind, Locale } from '../../contract/values.ts'
import type { Ctx } from '../platform/ctx.ts'
import { catalogueKnowing } from './catalogue.ts'
import { evidenceOf } from './list-evidence.ts'

/** A feedback as shown, but for its channel, whose name the channels know. */
export type ShownFeedback = Omit<FeedbackView, 'channel'> & {
  channelId: string
  channelKind: ChannelKind
  /** The language it was given in, when the face said so. */
  locale: Locale | null
}

export async function showFeedback(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, ShownFeedback>> {
  if (ids.length === 0) return new Map()
  const [rows, evidence] = await Promise.all([
    ctx.db
      .selectFrom('feedback')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', 'in', [...ids])
      .execute(),
    evidenceOf(ctx, { feedbackIds: ids }),
  ])
  const { categories } = await catalogueKnowing(
    ctx,
    rows.map(({ category_id }) => category_id),
  )
  return new Map(
    rows.map((row) => {
      const category = row.category_id ? categories.get(row.category_id) : undefined
      const shown: ShownFeedback = {
        id: row.id,
        number: row.number,
        channelId: row.channel_id,
        channelKind: row.channel_kind,
        entry: row.entry,
        category: category
          ? { id: category.id, name: category.name, nameEn: category.nameEn }
          : null,
        text: row.text,
        fields: row.fields,
        context: row.context,
        evidence: evidence.get(row.id) ?? [],
        saidAt: row.said_at.toISOString(),
        receivedAt: row.received_at.toISOString(),
        locale: row.author.locale ?? null,
      }
      return [row.id, shown]
    }),
  )
}
