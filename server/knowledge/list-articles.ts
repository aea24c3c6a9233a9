import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type {
  ArticleView,
  listArticles as listEndpoint,
  showArticle as showEndpoint,
} from '../../contract/knowledge.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'
import { decodeCursor, encodeCursor, isId, isMoment } from '../platform/http/cursor.ts'
import { presentArticle, presentArticles } from './article.ts'

/** Known answers, last changed first; found by words of the title, the text or a way to ask. */
export async function listArticles(
  ctx: Ctx,
  input: InputOf<typeof listEndpoint>,
): Promise<ReplyOf<typeof listEndpoint>> {
  let query = ctx.db.selectFrom('articles').selectAll().where('workspace_id', '=', ctx.workspaceId)
  query = input.state
    ? query.where('state', '=', input.state)
    : query.where('state', '<>', 'archived')
  if (input.q) {
    const words = `%${literally(input.q)}%`
    query = query.where((eb) =>
      eb.or([
        eb('title', 'ilike', words),
        eb('body', 'ilike', words),
        eb(
          'id',
          'in',
          eb
            .selectFrom('article_variants')
            .select('article_id')
            .where('workspace_id', '=', ctx.workspaceId)
            .where('text', 'ilike', words),
        ),
      ]),
    )
  }
  if (input.cursor) {
    const { at, id } = place(input.cursor)
    query = query.where((eb) =>
      eb(eb.refTuple('changed_at', 'id'), '<', eb.tuple(new Date(at), id)),
    )
  }
  const rows = await query
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    items: await presentArticles(ctx, shown),
    nextCursor:
      rows.length > input.limit && last
        ? encodeCursor([last.changed_at.toISOString(), last.id])
        : null,
  }
}

/** One known answer, with every way to ask for it. */
export async function showArticle(
  ctx: Ctx,
  input: InputOf<typeof showEndpoint>,
): Promise<ArticleView> {
  return presentArticle(ctx, input.articleId)
}

function place(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2)
  if (!isMoment(at) || !isId(id)) throw new Invalid('cursor_invalid', 'cursor')
  return { at, id }
}

/** `50%` means itself. */
function literally(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}
