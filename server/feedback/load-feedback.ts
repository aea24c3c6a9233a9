import type { ChannelKind, Entry } from '../../contract/values.ts'
import type { Author } from '../customers/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Circumstances, circumstancesOf } from './circumstances.ts'
import type { FeedbackContext } from './tables.ts'

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
  context: FeedbackContext
  author: Author
  circumstances: Circumstances
  saidAt: Date
  receivedAt: Date
  promisedAt: Date
  history: boolean
}

/** In the order of the ids; those that are gone are left out. */
export async function loadFeedback(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  ids: readonly string[],
): Promise<FeedbackFacts[]> {
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
        context: row.context,
        author: row.author,
        circumstances: circumstancesOf(row.context, row.fields),
        saidAt: row.said_at,
        receivedAt: row.received_at,
        promisedAt: row.promised_at,
        history: row.history,
      },
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
