/** What people taught the radar: such a height of this series is no problem. It wears off. */
import type { Selectable } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { dayMs } from './slots.ts'
import type { RadarLiftsTable } from './tables.ts'

type Lift = Selectable<RadarLiftsTable>

const halfLifeMs = 14 * dayMs
/** Worn off so far, it is forgotten. */
const leastLift = 1.1
const highestLift = 8
/** A snooze says "not now", which is less than "no problem". */
export const taughtBy = { dismissed: 0.8, snoozed: 0.3 } as const

/** What is left of a lift: `times` at first, half as much above 1 each fortnight. */
export function liftLeft({ times, at }: Pick<Lift, 'times' | 'at'>, now: Date): number {
  return 1 + (times - 1) * 2 ** (-Math.max(0, now.getTime() - at.getTime()) / halfLifeMs)
}

/** A lift that makes a height of so many times the usual just ordinary, in the share that it teaches. */
export function liftFor(heightTimes: number, share: number, before: number): number {
  return Math.min(highestLift, Math.max(before, 1 + (heightTimes / 2 - 1) * share, 1 + share / 2))
}

/** Those still felt. */
export async function loadLifts(ctx: Pick<Ctx, 'db' | 'workspaceId' | 'now'>): Promise<Lift[]> {
  const rows = await ctx.db
    .selectFrom('radar_lifts')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('at', 'desc')
    .execute()
  return rows.filter((row) => liftLeft(row, ctx.now()) >= leastLift)
}

/** By series; the slices of a series are lifted with it. */
export async function liftsOf(ctx: Ctx): Promise<Map<string, number>> {
  return new Map((await loadLifts(ctx)).map((row) => [row.watched, liftLeft(row, ctx.now())]))
}

/** Raises what counts as usual of the series of an alert. */
export async function lift(
  tx: Tx,
  alert: { id: string; watched: string },
  heightTimes: number,
  share: number,
): Promise<void> {
  const known = (await loadLifts(tx)).find(({ watched }) => watched === alert.watched)
  const times = liftFor(heightTimes, share, known ? liftLeft(known, tx.now()) : 1)
  const row = { alert_id: alert.id, times, member_id: memberOf(tx), at: tx.now() }
  await tx.db
    .insertInto('radar_lifts')
    .values({ workspace_id: tx.workspaceId, watched: alert.watched, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'watched']).doUpdateSet(row))
    .execute()
}

/** Takes back what was taught about a series. */
export async function forgetLift(tx: Tx, watched: string): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('radar_lifts')
    .where('workspace_id', '=', tx.workspaceId)
    .where('watched', '=', watched)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

function memberOf({ actor }: Tx): string | null {
  return actor.kind === 'member' ? actor.id : null
}
