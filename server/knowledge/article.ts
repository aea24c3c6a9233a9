/** An article as a row: finding it, holding it while something is decided, showing it. */
import { type Selectable, sql } from 'kysely'
import type { ArticleLine, ArticleUses, ArticleView } from '../../contract/knowledge.ts'
import { catalogueOf } from '../feedback/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { membersById } from '../workspaces/index.ts'
import type { ArticlesTable } from './tables.ts'

export type Article = Selectable<ArticlesTable>
/** A Ctx or a Tx. */
export type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>

const usesOverDays = 30
const dayMs = 24 * 60 * 60 * 1000
const none: ArticleUses = { shown: 0, opened: 0, solved: 0, inserted: 0 }

export async function loadArticle(ctx: Reader, articleId: string): Promise<Article> {
  const found = await select(ctx, articleId).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** Whoever changes it meanwhile waits; who only counts its uses does not. */
export async function holdArticle(tx: Tx, articleId: string): Promise<Article> {
  const found = await select(tx, articleId).forNoKeyUpdate().executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** The search for answers has to look again: part of every change. */
export async function countVersion(tx: Tx): Promise<void> {
  await tx.db
    .insertInto('knowledge_versions')
    .values({ workspace_id: tx.workspaceId, version: 1 })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet({
        version: sql`knowledge_versions.version + 1`,
      }),
    )
    .execute()
}

/** UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

export async function presentArticles(ctx: Reader, articles: Article[]): Promise<ArticleLine[]> {
  if (articles.length === 0) return []
  const ids = articles.map(({ id }) => id)
  const [uses, variants, members, { categories }] = await Promise.all([
    usesOf(ctx, ids),
    countVariants(ctx, ids),
    membersById(
      ctx,
      articles.flatMap(({ changed_by }) => changed_by ?? []),
    ),
    catalogueOf(ctx),
  ])
  return articles.map((article) => {
    const category = categories.get(article.category_id ?? '')
    const member = members.get(article.changed_by ?? '')
    return {
      id: article.id,
      title: article.title,
      entries: article.entries,
      category: category ? { id: category.id, name: category.name, nameEn: category.nameEn } : null,
      state: article.state,
      variants: variants.get(article.id)?.written ?? 0,
      learned: variants.get(article.id)?.learned ?? 0,
      uses: uses.get(article.id) ?? none,
      changedBy: member ? { id: member.id, name: member.name } : null,
      changedAt: article.changed_at.toISOString(),
    }
  })
}

export async function presentArticle(ctx: Reader, articleId: string): Promise<ArticleView> {
  const article = await loadArticle(ctx, articleId)
  const [[line], variants] = await Promise.all([
    presentArticles(ctx, [article]),
    ctx.db
      .selectFrom('article_variants')
      .select(['id', 'text', 'source', 'created_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('article_id', '=', articleId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  ])
  return {
    ...(line as ArticleLine),
    body: article.body,
    written: variants.flatMap(({ source, text }) => (source === 'written' ? text : [])),
    learnedVariants: variants
      .filter(({ source }) => source === 'learned')
      .map(({ id, text, created_at }) => ({ id, text, at: created_at.toISOString() }))
      .reverse(),
    createdAt: article.created_at.toISOString(),
  }
}

async function usesOf(ctx: Reader, ids: string[]): Promise<Map<string, ArticleUses>> {
  const since = dayOf(new Date(ctx.now().getTime() - (usesOverDays - 1) * dayMs))
  const rows = await ctx.db
    .selectFrom('article_uses')
    .select(({ fn }) => [
      'article_id',
      fn.sum<number>('shown').as('shown'),
      fn.sum<number>('opened').as('opened'),
      fn.sum<number>('solved').as('solved'),
      fn.sum<number>('inserted').as('inserted'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('article_id', 'in', ids)
    .where('day', '>=', since)
    .groupBy('article_id')
    .execute()
  return new Map(
    rows.map(({ article_id, shown, opened, solved, inserted }) => [
      article_id,
      {
        shown: Number(shown),
        opened: Number(opened),
        solved: Number(solved),
        inserted: Number(inserted),
      },
    ]),
  )
}

async function countVariants(
  ctx: Reader,
  ids: string[],
): Promise<Map<string, { written: number; learned: number }>> {
  const rows = await ctx.db
    .selectFrom('article_variants')
    .select(({ fn }) => [
      'article_id',
      fn.countAll<number>().filterWhere('source', '=', 'written').as('written'),
      fn.countAll<number>().filterWhere('source', '=', 'learned').as('learned'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('article_id', 'in', ids)
    .groupBy('article_id')
    .execute()
  return new Map(rows.map(({ article_id, ...counts }) => [article_id, counts]))
}

function select(ctx: Reader, articleId: string) {
  return ctx.db
    .selectFrom('articles')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', articleId)
}
