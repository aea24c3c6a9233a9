import type { InputOf } from '../../contract/endpoint.ts'
import {
  type ArticleView,
  articleLimits,
  type createArticle as endpoint,
} from '../../contract/knowledge.ts'
import { loadCatalogue } from '../feedback/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict, Invalid } from '../platform/errors.ts'
import { countVersion, presentArticle } from './article.ts'
import { writeVariants } from './write-variants.ts'

/** A member writes down an answer that is asked for again and again; a draft at first. */
export async function createArticle(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ArticleView> {
  await refuseStrangeCategory(ctx, input.categoryId)
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    await countVersion(tx)
    await refuseTooMany(tx)
    await tx.db
      .insertInto('articles')
      .values({
        workspace_id: tx.workspaceId,
        id,
        title: input.title,
        body: input.body,
        entries: [...new Set(input.entries)],
        category_id: input.categoryId,
        state: 'draft',
        changed_by: tx.actor.kind === 'member' ? tx.actor.id : null,
        changed_at: tx.now(),
        created_at: tx.now(),
      })
      .execute()
    await writeVariants(tx, id, input.written)
    tx.record('article.created', { articleId: id })
  })
  return presentArticle(ctx, id)
}

export async function refuseStrangeCategory(ctx: Ctx, categoryId: string | null): Promise<void> {
  if (categoryId === null) return
  const { categories } = await loadCatalogue(ctx)
  if (!categories.has(categoryId)) throw new Invalid('category_unknown', 'categoryId')
}

/** The version is counted first and so held: of two who add at once the second sees the first. */
export async function refuseTooMany(tx: Tx): Promise<void> {
  const { kept } = await tx.db
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .where('workspace_id', '=', tx.workspaceId)
    .where('state', '<>', 'archived')
    .executeTakeFirstOrThrow()
  if (kept >= articleLimits.kept) throw new Conflict('articles_full')
}
