import type { AssistantView } from '../../contract/assistant.ts'
import type { Ctx } from '../platform/ctx.ts'
import { today, usedBy } from './budget.ts'
import { readAssistantNow } from './settings.ts'

/** Days on which it was asked; a row per use. */
const mostRows = 100

/** Whether there is a language model, what it may do, and what it used. */
export async function showAssistant(ctx: Ctx): Promise<AssistantView> {
  const day = await today(ctx)
  const [settings, used, days] = await Promise.all([
    readAssistantNow(ctx),
    usedBy(ctx, day),
    ctx.db
      .selectFrom('assistant_usage')
      .select(['day', 'use', 'asked', 'failed', 'tokens'])
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('day', 'desc')
      .orderBy('use')
      .limit(mostRows)
      .execute(),
  ])
  const resting = ctx.ai?.resting() ?? null
  return {
    ...settings,
    endpoint: ctx.ai && { host: ctx.ai.host, model: ctx.ai.name },
    used,
    days,
    resting: resting && { until: resting.until.toISOString(), because: resting.because },
  }
}
