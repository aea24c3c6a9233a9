import type { InputOf } from '../../contract/endpoint.ts'
import type { ArticleView, changeArticle as endpoint } from '../../contract/knowledge.ts'
import type { Ctx } from '../platform/ctx.ts'
import { forgetAnswers } from './answers.ts'
import { countVersion, holdArticle, presentArticle } from './article.ts'
import { refuseStrangeCategory, refuseTooMany } from './create-article.ts'
import { writeVariants } from './write-variants.ts'

/** A member rewrites an answer, shows it to customers, takes it back, or puts it away. */
export async function changeArticle(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ArticleView> {
  if (input.categoryId !== undefined) await refuseStrangeCategory(ctx, input.categoryId)
  await ctx.write(async (tx) => {
    await countVersion(tx)
    const held = await holdArticle(tx, input.articleId)
    if (held.state === 'archived' && (input.state ?? 'archived') !== 'archived')
      await refuseTooMany(tx)
    await tx.db
      .updateTable('articles')
      .set({
        ...(input.title === undefined ? {} : { title: input.title }),
        ...(input.body === undefined ? {} : { body: input.body }),
        ...(input.entries === undefined ? {} : { entries: [...new Set(input.entries)] }),
        ...(input.categoryId === undefined ? {} : { category_id: input.categoryId }),
        ...(input.state === undefined ? {} : { state: input.state }),
        changed_by: tx.actor.kind === 'member' ? tx.actor.id : null,
        changed_at: tx.now(),
      })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', held.id)
      .execute()
    if (input.written !== undefined) await writeVariants(tx, held.id, input.written)
    tx.record('article.changed', { articleId: held.id })
  })
  forgetAnswers(ctx.workspaceId)
  return presentArticle(ctx, input.articleId)
}
