/** Builders for tests: a known answer that customers see. */
import { type ArticleView, changeArticle, createArticle } from '../../contract/knowledge.ts'
import type { Product } from '../testing/product.ts'
import type { TestWorkspace } from '../workspaces/testing.ts'

/** Published, with the ways to ask for it. */
export async function anArticle(
  product: Product,
  { members }: Pick<TestWorkspace, 'members'>,
  given: { title: string; body?: string; written?: string[]; entries?: ArticleView['entries'] },
): Promise<ArticleView> {
  const agent = product.as(members.agent.headers)
  const { body = '请照着页面上的提示做。', ...rest } = given
  const { id } = await agent(createArticle, { body: { ...rest, body } })
  return agent(changeArticle, { params: { articleId: id }, body: { state: 'published' } })
}
