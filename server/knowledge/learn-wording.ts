import { articleLimits } from '../../contract/knowledge.ts'
import { excerpt, maskPersonalData } from '../../reading/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { countVersion, holdArticle } from './article.ts'
import { foldVariant } from './write-variants.ts'

/** What is found as surely as this needs no further way to ask. */
const knownWell = 0.85
/** Letters and digits; less says nothing. */
const shortest = 4
/** Of one article in a day: whoever means ill gets no further than this before somebody looks. */
const mostADay = 5
const dayMs = 24 * 60 * 60 * 1000
/** What masking leaves behind: it is nobody's way to ask. */
const masked = /[\w@.+-]*\*{2,}[\w@.*+-]*|\[[^\]\s]{1,4}\]/g

/**
 * The words with which a customer came to an answer that solved it become a way to ask for it: personal
 * data masked, bounded, for members to look at and take away. Returns whether anything was learned.
 */
export async function learnWording(
  tx: Tx,
  articleId: string,
  said: string,
  fit: number,
): Promise<boolean> {
  if (fit >= knownWell) return false
  const text = excerpt(maskPersonalData(said).replace(masked, ' '), articleLimits.variant)
  const folded = foldVariant(text)
  if (folded.length < shortest) return false
  await countVersion(tx)
  await holdArticle(tx, articleId)
  const learned = await tx.db
    .selectFrom('article_variants')
    .select(['id', 'created_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('article_id', '=', articleId)
    .where('source', '=', 'learned')
    .orderBy('id')
    .execute()
  const dayAgo = tx.now().getTime() - dayMs
  if (learned.filter(({ created_at }) => created_at.getTime() > dayAgo).length >= mostADay)
    return false
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('article_variants')
    .values({
      workspace_id: tx.workspaceId,
      id: tx.newId(),
      article_id: articleId,
      text,
      folded,
      source: 'learned',
      position: 0,
      created_at: tx.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'article_id', 'folded']).doNothing(),
    )
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return false
  const [oldest] = learned
  if (learned.length >= articleLimits.learned && oldest)
    await tx.db
      .deleteFrom('article_variants')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', oldest.id)
      .execute()
  return true
}
