import { sharedWords, typicalSentence } from '../../../reading/index.ts'
import { loadFeedback } from '../../feedback/index.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'

/** Cases looked at to say what a group is about. */
const mostRead = 12
/** Said anew when a group has grown by so much. */
const growth = 1.5

/**
 * Finds what the texts of these groups share, and a sentence that says it. Apart from the change itself:
 * it reads texts, and nobody waits for it.
 */
export async function describeGroups(ctx: Ctx, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return
  const groups = await ctx.db
    .selectFrom('case_groups')
    .select(['id', 'cases', 'described_at_cases'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...groupIds])
    .execute()
  for (const group of groups) {
    const { cases, described_at_cases: before } = group
    if (before > 0 && cases < before * growth && cases > before / growth) continue
    const texts = await textsOf(ctx, group.id)
    if (texts.length === 0) continue
    const words = sharedWords(texts.map(({ text }) => text))
    const typical = typicalSentence(
      texts.map(({ text }) => text),
      words,
    )
    await ctx.write((tx) =>
      tx.db
        .updateTable('case_groups')
        .set({
          words,
          title: typical.sentence,
          typical_id: texts[typical.at]?.id ?? null,
          described_at_cases: cases,
        })
        .where('workspace_id', '=', tx.workspaceId)
        .where('id', '=', group.id)
        .execute(),
    )
    await new Promise(setImmediate)
  }
}

/** Words of what is gone may stand in these: they are described anew. */
export async function forgetDescriptions(tx: Tx, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return
  await tx.db
    .updateTable('case_groups')
    .set({ words: [], title: '', typical_id: null, described_at_cases: 0 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...groupIds])
    .execute()
}

async function textsOf(ctx: Ctx, groupId: string): Promise<{ id: string; text: string }[]> {
  const members = await ctx.db
    .selectFrom('case_prints')
    .select('case_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('group_id', '=', groupId)
    .orderBy('opened_at', 'desc')
    .orderBy('case_id')
    .limit(mostRead)
    .execute()
  return loadFeedback(
    ctx,
    members.map(({ case_id }) => case_id),
  )
}
