import type { listCategories as endpoint } from '../../contract/categories.ts'
import type { ReplyOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadCatalogue } from './catalogue.ts'
import { loadTargets, presentCategory } from './present-category.ts'

/** Categories in the order customers see them, the archived ones too. */
export async function listCategories(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  const categories = [...(await loadCatalogue(ctx)).categories.values()]
  const targets = await loadTargets(
    ctx,
    categories.map(({ assigneeId }) => assigneeId),
  )
  return { items: categories.map((category) => presentCategory(category, targets)) }
}
