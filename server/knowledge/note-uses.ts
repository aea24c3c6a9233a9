import { sql } from 'kysely'
import type { InputOf } from '../../contract/endpoint.ts'
import type {
  ArticleUses,
  noteInsertion as insertionEndpoint,
  noteUses as usesEndpoint,
} from '../../contract/knowledge.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { fitOf, forgetAnswers } from './answers.ts'
import { dayOf } from './article.ts'
import { learnWording } from './learn-wording.ts'

/** A customer saw answers while writing, opened one, or needs to write no more: it solved it. */
export async function noteUses(
  ctx: Ctx,
  input: InputOf<typeof usesEndpoint>,
): Promise<Record<never, never>> {
  const { solved, text } = input
  // How it fits is looked up before the transaction: nothing is learned that would not be found.
  const fit = solved === undefined ? null : await fitOf(ctx, solved, text)
  const learned = await ctx.write(async (tx) => {
    await count(tx, 'shown', input.shown)
    await count(tx, 'opened', input.opened)
    if (solved === undefined || !(await count(tx, 'solved', [solved]))) return false
    tx.record('article.helped', { articleId: solved })
    return fit !== null && (await learnWording(tx, solved, text, fit))
  })
  if (learned) forgetAnswers(ctx.workspaceId)
  return {}
}

/** A member puts a known answer into what they write to a customer. */
export async function noteInsertion(
  ctx: Ctx,
  input: InputOf<typeof insertionEndpoint>,
): Promise<Record<never, never>> {
  const counted = await ctx.write((tx) => count(tx, 'inserted', [input.articleId]))
  if (!counted) throw new NotFound()
  return {}
}

/** Of published articles; false when there is none among them. In the order of ids, so that two never wait in a circle. */
async function count(tx: Tx, what: keyof ArticleUses, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false
  const { numAffectedRows } = await sql`
    insert into article_uses (workspace_id, article_id, day, ${sql.ref(what)})
    select workspace_id, id, ${dayOf(tx.now())}::date, 1 from articles
    where workspace_id = ${tx.workspaceId} and id = any(${[...new Set(ids)]}::uuid[])
      and state = 'published'
    order by id
    on conflict (workspace_id, article_id, day)
    do update set ${sql.ref(what)} = article_uses.${sql.ref(what)} + 1`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}
