/** The tables of knowledge: known answers, the ways to ask for them, how often they were of use. */
import type { ArticleState } from '../../contract/knowledge.ts'
import type { Entry } from '../../contract/values.ts'
import type { Default } from '../platform/db/database.ts'

export interface ArticlesTable {
  workspace_id: string
  id: string
  title: string
  body: string
  /** Kinds of entry it helps; empty: all of them. */
  entries: Entry[]
  category_id: string | null
  state: ArticleState
  /** Null: it came with the workspace. */
  changed_by: string | null
  changed_at: Date
  created_at: Date
}

export interface ArticleVariantsTable {
  workspace_id: string
  id: string
  article_id: string
  /** Personal data masked. */
  text: string
  /** As it is compared: the same words twice are one variant. */
  folded: string
  /** By members, or by customers whom the article helped. */
  source: 'written' | 'learned'
  position: number
  created_at: Date
}

export interface ArticleUsesTable {
  workspace_id: string
  article_id: string
  /** UTC. */
  day: string
  shown: Default<number>
  opened: Default<number>
  solved: Default<number>
  inserted: Default<number>
}

export interface KnowledgeVersionsTable {
  workspace_id: string
  version: number
}

declare module '../platform/db/database.ts' {
  interface Database {
    articles: ArticlesTable
    article_variants: ArticleVariantsTable
    article_uses: ArticleUsesTable
    knowledge_versions: KnowledgeVersionsTable
  }
}
