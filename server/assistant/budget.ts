/**
 * The budget: what a question may cost at most is taken before it is asked, and what it did not cost
 * is given back. Who is stopped in between has paid in full, so that the budget always holds.
 */
import { sql } from 'kysely'
import type { AssistantSettings, AssistantUse } from '../../contract/assistant.ts'
import { AiFailure } from '../platform/ai/failure.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { loadSettings, zoneOf } from '../workspaces/index.ts'

const dayMs = 86_400_000

export interface Reserved {
  day: string
  use: AssistantUse
  tokens: number
}

export interface Used {
  today: number
  thisMonth: number
}

/** Throws AiFailure `over_budget`. */
export async function reserve(
  ctx: Ctx,
  use: AssistantUse,
  tokens: number,
  settings: AssistantSettings,
): Promise<Reserved> {
  return ctx.write(async (tx) => {
    // Two at once may not both take the last of it.
    await tx.db
      .selectFrom('assistant_settings')
      .select('workspace_id')
      .where('workspace_id', '=', tx.workspaceId)
      .forUpdate()
      .execute()
    const day = await today(tx)
    if (isOver(await usedBy(tx, day), settings, tokens)) throw new AiFailure('over_budget')
    const reserved = { day, use, tokens }
    await add(tx, reserved, { asked: 1, failed: 0, tokens })
    return reserved
  })
}

/** What it really cost. */
export async function settle(
  ctx: Ctx,
  reserved: Reserved,
  { cost, failed }: { cost: number; failed: boolean },
): Promise<void> {
  await ctx.write((tx) =>
    add(tx, reserved, { asked: 0, failed: failed ? 1 : 0, tokens: cost - reserved.tokens }),
  )
}

/** Would so many more go beyond it? Asked with 0: is anything left at all? */
export function isOver(
  { today, thisMonth }: Used,
  { dayTokens, monthTokens }: AssistantSettings,
  tokens: number,
): boolean {
  const beyond = (used: number, limit: number | null) =>
    limit !== null && (used + tokens > limit || used >= limit)
  return beyond(today, dayTokens) || beyond(thisMonth, monthTokens)
}

export async function usedBy(ctx: Pick<Ctx, 'workspaceId' | 'db'>, day: string): Promise<Used> {
  const found = await ctx.db
    .selectFrom('assistant_usage')
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<number>('tokens'), sql<number>`0`).as('month'),
      sql<number>`coalesce(sum(tokens) filter (where day = ${day}), 0)`.as('today'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('day', '>=', `${day.slice(0, 7)}-01`)
    .where('day', '<=', day)
    .executeTakeFirstOrThrow()
  return { today: Number(found.today), thisMonth: Number(found.month) }
}

/** The day it is in the workspace. */
export async function today(ctx: Pick<Ctx, 'workspaceId' | 'db' | 'now'>): Promise<string> {
  const { timeZone } = await loadSettings(ctx)
  const day = zoneOf(timeZone).dayOf(ctx.now().getTime())
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

async function add(
  tx: Tx,
  { day, use }: Reserved,
  more: { asked: number; failed: number; tokens: number },
): Promise<void> {
  await tx.db
    .insertInto('assistant_usage')
    .values({ workspace_id: tx.workspaceId, day, use, ...more })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'day', 'use']).doUpdateSet((eb) => ({
        asked: eb('assistant_usage.asked', '+', more.asked),
        failed: eb('assistant_usage.failed', '+', more.failed),
        tokens: eb('assistant_usage.tokens', '+', more.tokens),
      })),
    )
    .execute()
}
