import type { Locale } from '../../contract/values.ts'
import type { Answered, Prompt } from '../platform/ai/ask-for.ts'
import { AiFailure } from '../platform/ai/failure.ts'
import type { Ctx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import { ask } from './ask.ts'
import type { MachineTextsTable, MachineWords } from './tables.ts'

export interface WaitingText {
  id: string
  use: MachineTextsTable['use']
  aboutId: string
  caseId: string | null
  locale: Locale | null
}

/** What to ask for a text, and what of the answer becomes of it. */
export interface Making<T> {
  prompt: Prompt<T>
  words: (value: T) => MachineWords
}

/** Whoever was at it for so long has died. */
const leaseMs = 10 * 60_000

/**
 * Makes texts that were asked for, one after another, outside any transaction. Whatever the model does,
 * each ends ready or failed with a reason, and says so (`assistant.answered`). `making` answers null
 * when what the text is about is gone. Run twice, the second finds nothing to do.
 */
export async function makeTexts<T>(
  ctx: Ctx,
  textIds: readonly string[],
  making: (text: WaitingText) => Promise<Making<T> | null>,
): Promise<void> {
  for (const id of new Set(textIds)) {
    const text = await claim(ctx, id)
    if (!text) continue
    try {
      await make(ctx, text, making)
    } catch (error) {
      await letGo(ctx, id)
      throw error
    }
  }
}

async function make<T>(
  ctx: Ctx,
  text: WaitingText,
  making: (text: WaitingText) => Promise<Making<T> | null>,
): Promise<void> {
  const made = await making(text)
  if (made === null) return fail(ctx, text, 'gone')
  let answered: Answered<T>
  try {
    answered = await ask(ctx, text.use, made.prompt)
  } catch (error) {
    if (error instanceof AiFailure) return fail(ctx, text, error.code)
    throw error
  }
  await settle(ctx, text, {
    state: 'ready',
    words: json(made.words(answered.value)),
    model: answered.model,
    prompt_hash: answered.promptHash,
  })
}

function fail(ctx: Ctx, text: WaitingText, failure: AiFailure['code']): Promise<void> {
  return settle(ctx, text, { state: 'failed', failure })
}

async function settle(
  ctx: Ctx,
  { id, use, caseId }: WaitingText,
  change: {
    state: 'ready' | 'failed'
    failure?: AiFailure['code']
    words?: string
    model?: string
    prompt_hash?: string
  },
): Promise<void> {
  await ctx.write(async (tx) => {
    const row = await tx.db
      .updateTable('machine_texts')
      .set(change)
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .returning('id')
      .executeTakeFirst()
    if (row) tx.record('assistant.answered', { textId: id, use, caseId })
  })
}

async function claim(ctx: Ctx, id: string): Promise<WaitingText | null> {
  const now = ctx.now()
  const row = await ctx.db
    .updateTable('machine_texts')
    .set({ claimed_at: now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where((eb) =>
      eb.or([
        eb('claimed_at', 'is', null),
        eb('claimed_at', '<', new Date(now.getTime() - leaseMs)),
      ]),
    )
    .returning(['id', 'use', 'about_id', 'case_id', 'locale'])
    .executeTakeFirst()
  if (!row) return null
  return { id, use: row.use, aboutId: row.about_id, caseId: row.case_id, locale: row.locale }
}

async function letGo(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('machine_texts')
    .set({ claimed_at: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}
