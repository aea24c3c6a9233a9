import type { Answered } from '../../contract/feedback.ts'
import type { Ctx } from '../platform/ctx.ts'
import { catalogueOf, forgetCatalogue } from './catalogue.ts'
import { checkFeedback } from './check-feedback.ts'
import type { NewFeedback, Rejected } from './new-feedback.ts'

/** What customers may choose and must answer decides about these, and may have just been changed. */
const catalogueCodes = ['category_unknown', 'field_unknown', 'field_required', 'choice_unknown']

/**
 * Does each of these fit? In the same order. What is refused for what is remembered is judged once more
 * by what there is: a category or a form that another process has changed a moment ago refuses nobody.
 */
export async function checkMany(
  ctx: Pick<Ctx, 'workspaceId' | 'db' | 'now'>,
  items: readonly NewFeedback[],
): Promise<(Answered[] | Rejected)[]> {
  const remembered = await catalogueOf(ctx)
  const judged = items.map((given) => checkFeedback(remembered, given))
  if (!judged.some(isOfCatalogue)) return judged
  forgetCatalogue(ctx.workspaceId)
  const current = await catalogueOf(ctx)
  return items.map((given, at) => {
    const before = judged[at] as Answered[] | Rejected
    return isOfCatalogue(before) ? checkFeedback(current, given) : before
  })
}

function isOfCatalogue(judged: Answered[] | Rejected): boolean {
  return 'code' in judged && catalogueCodes.includes(judged.code)
}
