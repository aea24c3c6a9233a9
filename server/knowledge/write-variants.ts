/** The ways to ask that stand beside an article. Part of the change of the article itself. */
import { maskPersonalData, normalise } from '../../reading/index.ts'
import type { Tx } from '../platform/ctx.ts'

/** As two wordings are compared: letters and digits only. */
export function foldVariant(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The written ways to ask, in this order, instead of those before; one that was learned is written now. */
export async function writeVariants(tx: Tx, articleId: string, texts: readonly string[]) {
  const folded = new Map<string, string>()
  for (const text of texts) {
    const masked = maskPersonalData(text)
    const key = foldVariant(masked)
    if (key !== '' && !folded.has(key)) folded.set(key, masked)
  }
  await tx.db
    .deleteFrom('article_variants')
    .where('workspace_id', '=', tx.workspaceId)
    .where('article_id', '=', articleId)
    .where((eb) =>
      eb.or([eb('source', '=', 'written'), eb('folded', 'in', [...folded.keys(), ''])]),
    )
    .execute()
  if (folded.size === 0) return
  await tx.db
    .insertInto('article_variants')
    .values(
      [...folded].map(([key, text], position) => ({
        workspace_id: tx.workspaceId,
        id: tx.newId(),
        article_id: articleId,
        text,
        folded: key,
        source: 'written' as const,
        position,
        created_at: tx.now(),
      })),
    )
    .execute()
}
