/** Which published answers fit a text. */
import type { KnownAnswer } from '../../contract/knowledge.ts'
import type { Entry } from '../../contract/values.ts'
import type { Passage } from '../../reading/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { keepShelves } from './keep-shelves.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>

interface Published extends KnownAnswer {
  entries: readonly Entry[]
}

/** Below this an answer is more likely beside the point: see docs/understanding.md. */
export const leastFit = 0.18
const most = 3
/** Far behind the best one, an answer is there by chance. */
const shareOfBest = 0.55
/** Looked at before those of another kind of entry are left out. */
const lookedAt = 12
const bodySentences = 12
/** A word of the body may be there by the way; a learned wording may be somebody's slip. */
const weights = { title: 1, written: 1, learned: 0.95, body: 0.55 } as const

const shelves = keepShelves<Published>({ name: 'answers', version, load })

/** Those that fit best, at most three; none where none fits. */
export async function findAnswers(
  ctx: Reader,
  text: string,
  entry?: Entry,
): Promise<KnownAnswer[]> {
  const helpful = (await fitting(ctx, text)).filter(({ item }) => helps(item, entry))
  const line = (helpful[0]?.score ?? 0) * shareOfBest
  return helpful
    .filter(({ score }) => score >= line)
    .slice(0, most)
    .map(({ item: { id, title, body } }) => ({ id, title, body }))
}

/** How well this article fits the text, 0–1; null when it is not among those that would be shown. */
export async function fitOf(ctx: Reader, articleId: string, text: string): Promise<number | null> {
  const found = (await fitting(ctx, text)).find(({ item }) => item.id === articleId)
  return found?.score ?? null
}

/** After a change in this process has been committed; other processes notice within seconds. */
export function forgetAnswers(workspaceId: string): void {
  shelves.forget(workspaceId)
}

function fitting(ctx: Reader, text: string) {
  return shelves.find(ctx, text, { most: lookedAt, least: leastFit })
}

function helps({ entries }: Published, entry: Entry | undefined): boolean {
  return entry === undefined || entries.length === 0 || entries.includes(entry)
}

async function version(ctx: Reader): Promise<string> {
  const row = await ctx.db
    .selectFrom('knowledge_versions')
    .select('version')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
  return String(row?.version ?? 0)
}

async function load(ctx: Reader) {
  const [articles, variants] = await Promise.all([
    ctx.db
      .selectFrom('articles')
      .select(['id', 'title', 'body', 'entries'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('state', '=', 'published')
      .orderBy('id')
      .execute(),
    ctx.db
      .selectFrom('article_variants')
      .select(['article_id', 'text', 'source'])
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('id')
      .execute(),
  ])
  const items = new Map<string, Published>(articles.map((article) => [article.id, article]))
  const passages: Passage[] = [
    ...articles.map(({ id, title }) => ({ id, text: title, weight: weights.title })),
    ...variants
      .filter(({ article_id }) => items.has(article_id))
      .map(({ article_id, text, source }) => ({ id: article_id, text, weight: weights[source] })),
    ...articles.flatMap(({ id, body }) =>
      sentencesOf(body).map((text) => ({ id, text, weight: weights.body })),
    ),
  ]
  return { passages, items }
}

function sentencesOf(body: string): string[] {
  return body
    .split(/[。！？!?\n]+/)
    .filter((sentence) => sentence.trim() !== '')
    .slice(0, bodySentences)
}
