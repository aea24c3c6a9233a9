import type { AssistantUse } from '../../contract/assistant.ts'
import { type Answered, askFor, estimateTokens, type Prompt } from '../platform/ai/ask-for.ts'
import { AiFailure } from '../platform/ai/failure.ts'
import type { Ctx } from '../platform/ctx.ts'
import { reserve, settle } from './budget.ts'
import { loadAssistant, mayUse } from './settings.ts'

/**
 * The model is asked for something, within the workspace's switch and budget; what it cost is written
 * down. Rejects with an AiFailure. The log gets sizes and a hash, never a word.
 */
export async function ask<T>(ctx: Ctx, use: AssistantUse, prompt: Prompt<T>): Promise<Answered<T>> {
  const { ai } = ctx
  if (ai === null || !(await mayUse(ctx, use))) throw new AiFailure('off')
  const reserved = await reserve(ctx, use, estimateTokens(prompt), await loadAssistant(ctx))
  const startedAt = performance.now()
  let cost = 0
  const note = (more: { promptHash?: string; failure?: string }) => ({
    workspaceId: ctx.workspaceId,
    use,
    characters: prompt.material.length,
    tokens: cost,
    tookMs: Math.round(performance.now() - startedAt),
    ...more,
  })
  try {
    const answered = await askFor(ai, prompt, (tokens) => {
      cost += tokens.in + tokens.out
    })
    await settle(ctx, reserved, { cost, failed: false })
    ctx.log.info(note({ promptHash: answered.promptHash }), 'the language model answered')
    return answered
  } catch (error) {
    if (!(error instanceof AiFailure)) throw error
    await settle(ctx, reserved, { cost, failed: true })
    ctx.log.warn(note({ failure: error.code }), 'the language model did not answer')
    throw error
  }
}
