/** A workspace's switch and budget, remembered for some seconds. */
import {
  type AssistantSettings,
  type AssistantUse,
  assistantUses,
} from '../../contract/assistant.ts'
import { briefMemory } from '../platform/brief-memory.ts'
import type { Ctx } from '../platform/ctx.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>

/** Until somebody decides: off; then a budget that a small team does not notice. */
const untilDecided: AssistantSettings = {
  active: false,
  uses: [...assistantUses],
  dayTokens: 300_000,
  monthTokens: 5_000_000,
  labelAnswers: true,
}

const memory = briefMemory<AssistantSettings>()

export function loadAssistant(ctx: Reader): Promise<AssistantSettings> {
  return memory.get(ctx.workspaceId, ctx.now(), () => readAssistantNow(ctx))
}

/** After a change; other processes notice within seconds. */
export function forgetAssistant(workspaceId: string): void {
  memory.forget(workspaceId)
}

/** As it is now, past the memory. */
export async function readAssistantNow(ctx: Reader): Promise<AssistantSettings> {
  const row = await ctx.db
    .selectFrom('assistant_settings')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
  if (!row) return untilDecided
  return {
    active: row.active,
    uses: row.uses,
    dayTokens: row.day_tokens,
    monthTokens: row.month_tokens,
    labelAnswers: row.label_answers,
  }
}

/** Is there a model, switched on, and for this? */
export async function mayUse(ctx: Reader & Pick<Ctx, 'ai'>, use: AssistantUse): Promise<boolean> {
  if (ctx.ai === null) return false
  const { active, uses } = await loadAssistant(ctx)
  return active && uses.includes(use)
}
