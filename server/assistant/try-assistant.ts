import type { tryAssistant as endpoint } from '../../contract/assistant.ts'
import type { ReplyOf } from '../../contract/endpoint.ts'
import { AiFailure } from '../platform/ai/failure.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'

/** Nothing of a customer is in it. */
const question = '请只回复这个 json 对象：{"ok": true}'
const mostTokens = 1000

/** An administrator looks whether the model answers, also while nobody else may ask it. */
export async function tryAssistant(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  if (ctx.ai === null) throw new Conflict('assistant_absent')
  const startedAt = performance.now()
  const took = () => Math.round(performance.now() - startedAt)
  try {
    const { model } = await ctx.ai.say(
      { turns: [{ role: 'user', content: question }], mostTokens },
      { evenResting: true },
    )
    return { failure: null, model, tookMs: took() }
  } catch (error) {
    if (!(error instanceof AiFailure)) throw error
    return { failure: error.code, model: null, tookMs: took() }
  }
}
