/** The answers a new workspace starts with, by kind of business and language. */
import { readFileSync } from 'node:fs'
import type { ArticleState } from '../../../contract/knowledge.ts'
import type { Business, Entry, Locale } from '../../../contract/values.ts'
import type { Tx } from '../../platform/ctx.ts'
import { countVersion } from '../article.ts'
import { writeVariants } from '../write-variants.ts'

export interface ArticlePreset {
  /** For the evaluation of the search; never stored. */
  id: string
  businesses: Business[]
  entries: Entry[]
  /** A draft says what only the operator can promise: they read and publish it. */
  state: Exclude<ArticleState, 'archived'>
  title: string
  body: string
  variants: string[]
}

const files: Record<Locale, string> = { 'zh-CN': 'zh.jsonl', en: 'en.jsonl' }

/** One JSON object a line. */
export function articlePresets(locale: Locale): ArticlePreset[] {
  return readFileSync(new URL(files[locale], import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** In a sample everything is published: nobody is promised anything there. */
export async function loadKnowledgePresets(
  tx: Tx,
  given: { business: Business; locale: Locale; sampleOf?: string | null },
): Promise<void> {
  const presets = articlePresets(given.locale).filter(({ businesses }) =>
    businesses.includes(given.business),
  )
  const articles = presets.map((preset) => ({ preset, id: tx.newId() }))
  await tx.db
    .insertInto('articles')
    .values(
      articles.map(({ id, preset: { title, body, entries, state } }) => ({
        workspace_id: tx.workspaceId,
        id,
        title,
        body,
        entries,
        category_id: null,
        state: given.sampleOf ? ('published' as const) : state,
        changed_by: null,
        changed_at: tx.now(),
        created_at: tx.now(),
      })),
    )
    .execute()
  for (const { id, preset } of articles) await writeVariants(tx, id, preset.variants)
  await countVersion(tx)
}
