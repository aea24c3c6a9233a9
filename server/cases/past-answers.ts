/** Answers that were given to something like this before. */
import { sql } from 'kysely'
import { normalise, queryTerms } from '../../reading/index.ts'
import { loadCustomers } from '../customers/index.ts'
import { messagesOf } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { membersById } from '../workspaces/index.ts'
import type { Case, Reader } from './case.ts'
import { weekOf, weekTerm } from './case-texts.ts'

export interface PastAnswer {
  caseId: string
  number: number
  title: string
  /** What was answered last. */
  answer: string
  /** Of whom it speaks, and who speaks. */
  names: (string | null | undefined)[]
}

/** Older answers are out of date more often than not. */
const weeksBack = 26
const mostLookedAt = 300
const mostAnswers = 3
/** "好的" helps nobody. */
const shortestAnswer = 12
const longestAnswer = 1200

/** By the keywords of the case, the most alike first. Words that few of the found share weigh most. */
export async function pastAnswers(
  ctx: Ctx,
  found: Case,
  keywords: readonly string[],
): Promise<PastAnswer[]> {
  const needles = [...new Set(keywords.map(normalise))].filter((needle) => needle.length > 1)
  const candidates = await casesHolding(ctx, found, needles)
  const held = (needle: string) => candidates.filter(({ text }) => text.includes(needle)).length
  const weights = new Map(needles.map((needle) => [needle, 1 / Math.log2(2 + held(needle))]))
  const scored = candidates
    .map((one) => ({ ...one, score: likenessOf(one, found, weights) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, mostAnswers * 4)
  const [messages, customers] = await Promise.all([
    messagesOf(
      ctx,
      scored.map(({ id }) => id),
    ),
    loadCustomers(
      ctx,
      scored.map(({ customer_id }) => customer_id),
    ),
  ])
  const members = await membersById(ctx, [
    ...new Set([...messages.values()].flat().flatMap(({ memberId }) => memberId ?? [])),
  ])
  return scored
    .flatMap(({ id, number, title, customer_id }) => {
      const answered = (messages.get(id) ?? []).findLast(
        ({ direction, text }) => direction === 'out' && text.length >= shortestAnswer,
      )
      return answered
        ? [
            {
              caseId: id,
              number,
              title,
              answer: answered.text.slice(0, longestAnswer),
              names: [
                customers.get(customer_id)?.name,
                ...[...members.values()].map(({ name }) => name),
              ],
            },
          ]
        : []
    })
    .slice(0, mostAnswers)
}

type Candidate = Pick<
  Case,
  'id' | 'number' | 'title' | 'customer_id' | 'category_id' | 'kind' | 'resolution' | 'score'
> & {
  text: string
}

async function casesHolding(ctx: Reader, found: Case, needles: string[]): Promise<Candidate[]> {
  const words = needles
    .map((needle) => queryTerms(needle).terms)
    .filter((terms) => terms.length > 0)
  if (words.length === 0) return []
  const quoted = (terms: readonly string[], by: string) => terms.map((one) => `'${one}'`).join(by)
  const last = weekOf(found.active_at)
  const weeks = Array.from({ length: weeksBack }, (_, back) => weekTerm(last - back))
  const any = words.map((terms) => `(${quoted(terms, ' & ')})`).join(' | ')
  const query = `(${any}) & (${quoted(weeks, ' | ')})`
  const { rows } = await sql<Candidate>`
    select c.id, c.number, c.title, c.customer_id, c.category_id, c.kind, c.resolution, c.score, t.text
    from case_texts t join cases c on c.workspace_id = t.workspace_id and c.id = t.case_id
    where t.workspace_id = ${ctx.workspaceId} and t.terms @@ ${query}::tsquery
      and c.workspace_id = ${ctx.workspaceId} and c.id <> ${found.id} and c.first_reply_at is not null
    limit ${mostLookedAt}`.execute(ctx.db)
  return rows
}

/** What helped somebody counts for more. */
function likenessOf(one: Candidate, found: Case, weights: ReadonlyMap<string, number>): number {
  let score = 0
  for (const [needle, weight] of weights) if (one.text.includes(needle)) score += weight
  if (one.category_id !== null && one.category_id === found.category_id) score += 0.3
  if (one.kind !== null && one.kind === found.kind) score += 0.2
  if (one.resolution === 'solved' || one.resolution === 'explained') score += 0.2
  if (one.score !== null) score += (one.score - 3) / 10
  return score
}
