import type { AssistantUse } from '../../contract/assistant.ts'
import type { Locale } from '../../contract/values.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { isOver, today, usedBy } from './budget.ts'
import { loadAssistant, mayUse } from './settings.ts'

export interface Wanted {
  use: AssistantUse
  aboutId: string
  caseId?: string
  locale?: Locale
}

/** One that waits is not asked for again so soon. */
const patienceMs = 60_000

/**
 * Somebody wants a text; `asked` states it, so that a reaction makes it. One that is waited for already
 * is not asked for twice. Throws `assistant_off`, `assistant_over_budget`.
 */
export async function requestText(
  ctx: Ctx,
  wanted: Wanted,
  asked: (tx: Tx, textId: string) => void,
): Promise<string> {
  if (!(await mayUse(ctx, wanted.use))) throw new Conflict('assistant_off')
  const used = await usedBy(ctx, await today(ctx))
  if (isOver(used, await loadAssistant(ctx), 0)) throw new Conflict('assistant_over_budget')
  const waiting = await waitedFor(ctx, wanted)
  if (waiting) return waiting
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    await tx.db
      .insertInto('machine_texts')
      .values({
        workspace_id: tx.workspaceId,
        id,
        use: wanted.use,
        about_id: wanted.aboutId,
        case_id: wanted.caseId ?? null,
        locale: wanted.locale ?? null,
        state: 'waiting',
        asked_by: tx.actor.kind === 'member' ? tx.actor.id : null,
        asked_at: tx.now(),
      })
      .execute()
    asked(tx, id)
  })
  return id
}

async function waitedFor(ctx: Ctx, wanted: Wanted): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('machine_texts')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('about_id', '=', wanted.aboutId)
    .where('use', '=', wanted.use)
    .where('locale', wanted.locale ? '=' : 'is', wanted.locale ?? null)
    .where('state', '=', 'waiting')
    .where('asked_at', '>', new Date(ctx.now().getTime() - patienceMs))
    .executeTakeFirst()
  return row?.id ?? null
}
