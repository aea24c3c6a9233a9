import type { FeedbackView } from '../../contract/feedback.ts'
import type { ChannelKind, Entry, Locale } from '../../contract/values.ts'
import type { Author } from '../customers/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { catalogueOf } from './catalogue.ts'
import { evidenceOf } from './list-evidence.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db'>

/** A feedback as shown, but for its channel, whose name the channels know. */
export type ShownFeedback = Omit<FeedbackView, 'channel'> & {
  channelId: string
  channelKind: ChannelKind
  /** The language it was given in, when the face said so. */
  locale: Locale | null
}

export async function showFeedback(
  ctx: Reader,
  ids: readonly string[],
): Promise<Map<string, ShownFeedback>> {
  if (ids.length === 0) return new Map()
  const [rows, evidence, { categories }] = await Promise.all([
    ctx.db
      .selectFrom('feedback')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', 'in', [...ids])
      .execute(),
    evidenceOf(ctx, { feedbackIds: ids }),
    catalogueOf(ctx),
  ])
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

/** A feedback as other domains' reactions need it to open a case and to read it. */
export interface FeedbackFacts {
  id: string
  number: number
  channelId: string
  channelKind: ChannelKind
  importId: string | null
  entry: Entry
  categoryId: string | null
  text: string
  /** What the customer wrote: the text, then the answers to the template, each on its own line. */
  words: string
  author: Author
  saidAt: Date
  receivedAt: Date
  promisedAt: Date
  history: boolean
}

/** In the order of the ids; those that are gone are left out. */
export async function loadFeedback(ctx: Reader, ids: readonly string[]): Promise<FeedbackFacts[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('feedback')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        number: row.number,
        channelId: row.channel_id,
        channelKind: row.channel_kind,
        importId: row.import_id,
        entry: row.entry,
        categoryId: row.category_id,
        text: row.text,
        words: [row.text, ...row.fields.map(({ value }) => value)].join('\n'),
        author: row.author,
        saidAt: row.said_at,
        receivedAt: row.received_at,
        promisedAt: row.promised_at,
        history: row.history,
      },
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
