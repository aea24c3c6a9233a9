import {
  type AssistantView,
  assistantUses,
  type changeAssistant as endpoint,
} from '../../contract/assistant.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { forgetAssistant, readAssistantNow } from './settings.ts'
import { showAssistant } from './show-assistant.ts'

/** An administrator switches the assistant on or off, chooses what for, and sets its budget. */
export async function changeAssistant(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<AssistantView> {
  if (ctx.ai === null) throw new Conflict('assistant_absent')
  await ctx.write(async (tx) => {
    const now = { ...(await readAssistantNow(tx)), ...input }
    const row = {
      active: now.active,
      uses: assistantUses.filter((use) => now.uses.includes(use)),
      day_tokens: now.dayTokens,
      month_tokens: now.monthTokens,
      label_answers: now.labelAnswers,
    }
    await tx.db
      .insertInto('assistant_settings')
      .values({ workspace_id: tx.workspaceId, ...row })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
      .execute()
    tx.record('assistant.changed', { active: row.active })
  })
  forgetAssistant(ctx.workspaceId)
  return showAssistant(ctx)
}
