/** Second opinions: what the model makes of a feedback, beside what the offline reading makes of it. */
import type { SecondOpinion } from '../../contract/assistant.ts'
import type { Ctx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import type { MachineOpinion } from './tables.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db'>

export async function keepOpinion(
  ctx: Ctx,
  feedbackId: string,
  opinion: MachineOpinion,
  from: { model: string; promptHash: string },
): Promise<void> {
  await ctx.write(async (tx) => {
    const id = tx.newId()
    await tx.db
      .insertInto('machine_texts')
      .values({
        workspace_id: tx.workspaceId,
        id,
        use: 'opinions',
        about_id: feedbackId,
        state: 'ready',
        opinion: json(opinion),
        model: from.model,
        prompt_hash: from.promptHash,
        asked_at: tx.now(),
      })
      .execute()
    tx.record('assistant.answered', { textId: id, use: 'opinions', caseId: null })
  })
}

/** The newest on each of these feedback. */
export async function opinionsOn(
  ctx: Reader,
  feedbackIds: readonly string[],
): Promise<Map<string, SecondOpinion>> {
  if (feedbackIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('machine_texts')
    .select(['about_id', 'opinion', 'model', 'asked_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('about_id', 'in', [...feedbackIds])
    .where('use', '=', 'opinions')
    .orderBy('id')
    .execute()
  return new Map(
    rows.flatMap(({ about_id, opinion, model, asked_at }) =>
      opinion === null
        ? []
        : [
            [
              about_id,
              { ...opinion, generator: 'ai' as const, model, at: asked_at.toISOString() },
            ] as const,
          ],
    ),
  )
}
