import type { Passage } from '../../contract/cases.ts'
import { maskPersonalData, normalise } from '../../reading/index.ts'
import { loadFeedback, messagesOf } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Case } from './case.ts'
import { passageOf } from './passage.ts'
import { parseSearch } from './search-query.ts'

/** For each case that a search found by its words, the words: of its title, else of what was said. */
export async function passagesOf(
  ctx: Ctx,
  q: string,
  cases: readonly Case[],
): Promise<Map<string, Passage>> {
  const { needles, isNumber } = parseSearch(q)
  const passages = new Map<string, Passage>()
  if (isNumber || needles.length === 0) return passages
  const showIn = (text: string, found: Case) => {
    const passage = passageOf(text, needles)
    if (passage) passages.set(found.id, passage)
  }
  for (const found of cases) showIn(found.title, found)
  // What the title does not say was said later, in more words, or is the customer's name.
  const deeper = cases.filter(({ title }) => missing(needles, title).length > 0)
  const said = await wordsOf(ctx, deeper)
  for (const found of deeper) {
    const [needle = ''] = missing(needles, found.title)
    const text = said(found).find((one) => normalise(one).includes(needle))
    if (text !== undefined) showIn(maskPersonalData(text), found)
  }
  return passages
}

function missing(needles: readonly string[], text: string): string[] {
  const folded = normalise(text)
  return needles.filter((needle) => !folded.includes(needle))
}

/** What customer and team said to each other in these cases, as the search reads it. */
async function wordsOf(ctx: Ctx, cases: readonly Case[]): Promise<(found: Case) => string[]> {
  const [feedback, messages] = await Promise.all([
    loadFeedback(
      ctx,
      cases.map(({ feedback_id }) => feedback_id),
    ),
    messagesOf(
      ctx,
      cases.map(({ id }) => id),
    ),
  ])
  const first = new Map(feedback.map(({ id, words }) => [id, words]))
  return ({ id, feedback_id }) => [
    first.get(feedback_id) ?? '',
    ...(messages.get(id) ?? [])
      .filter(({ direction }) => direction === 'in' || direction === 'out')
      .map(({ text }) => text),
  ]
}
