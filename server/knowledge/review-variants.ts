import type { InputOf } from '../../contract/endpoint.ts'
import {
  type ArticleView,
  articleLimits,
  type keepVariant as keepEndpoint,
  type removeVariant as removeEndpoint,
} from '../../contract/knowledge.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import { forgetAnswers } from './answers.ts'
import { countVersion, holdArticle, presentArticle } from './article.ts'

/** A member finds a learned wording right: it stands among the written ones. */
export async function keepVariant(
  ctx: Ctx,
  input: InputOf<typeof keepEndpoint>,
): Promise<ArticleView> {
  await review(ctx, input, async (tx) => {
    const { written, last } = await tx.db
      .selectFrom('article_variants')
      .select(({ fn }) => [
        fn.countAll<number>().as('written'),
        fn.max<number | null>('position').as('last'),
      ])
      .where('workspace_id', '=', tx.workspaceId)
      .where('article_id', '=', input.articleId)
      .where('source', '=', 'written')
      .executeTakeFirstOrThrow()
    if (written >= articleLimits.written) throw new Conflict('variants_full')
    await tx.db
      .updateTable('article_variants')
      .set({ source: 'written', position: (last ?? -1) + 1 })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', input.variantId)
      .execute()
  })
  return presentArticle(ctx, input.articleId)
}

/** A member finds a learned wording wrong: it goes. */
export async function removeVariant(
  ctx: Ctx,
  input: InputOf<typeof removeEndpoint>,
): Promise<ArticleView> {
  await review(ctx, input, async (tx) => {
    await tx.db
      .deleteFrom('article_variants')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', input.variantId)
      .execute()
  })
  return presentArticle(ctx, input.articleId)
}

async function review(
  ctx: Ctx,
  { articleId, variantId }: { articleId: string; variantId: string },
  decide: (tx: Tx) => Promise<void>,
): Promise<void> {
  await ctx.write(async (tx) => {
    await countVersion(tx)
    await holdArticle(tx, articleId)
    const learned = await tx.db
      .selectFrom('article_variants')
      .select('id')
      .where('workspace_id', '=', tx.workspaceId)
      .where('article_id', '=', articleId)
      .where('id', '=', variantId)
      .where('source', '=', 'learned')
      .executeTakeFirst()
    if (!learned) throw new NotFound()
    await decide(tx)
    tx.record('article.changed', { articleId })
  })
  forgetAnswers(ctx.workspaceId)
}
