/** Keeps the counts of the radar up to date: each case's new contribution minus its old one. */
import { type Selectable, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { reaction } from '../../platform/events/reactions.ts'
import { contributionsOf } from './contributions.ts'
import type { RadarCasesTable } from './tables.ts'

type Contribution = Selectable<RadarCasesTable>
type CaseEvent =
  | 'case.opened'
  | 'case.read'
  | 'case.corrected'
  | 'case.correction_undone'
  | 'case.moved'
  | 'case.linked'
  | 'case.removed'

const rebuildChunk = 2000
const noId = '00000000-0000-0000-0000-000000000000'
const dayMs = 86_400_000
/** Five minutes are kept so long, hours so long; days stay. */
export const keptMs = { fiveMinutes: 3 * dayMs, hours: 70 * dayMs } as const

export const countForRadar = reaction<CaseEvent>({
  name: 'insights.countForRadar',
  batch: 250,
  async run(ctx, events) {
    await ctx.write((tx) => recountRadar(tx, [...new Set(events.map(({ data }) => data.caseId))]))
  },
})

/** Makes all counts of the workspace anew from its cases. */
export async function rebuildRadar(ctx: Ctx): Promise<void> {
  await ctx.write(async (tx) => {
    await lockRadar(tx)
    for (const table of ['radar_cases', 'radar_counts', 'radar_baselines', 'radar_states'] as const)
      await tx.db.deleteFrom(table).where('workspace_id', '=', tx.workspaceId).execute()
  })
  for (let after = noId; ; ) {
    const rows = await ctx.db
      .selectFrom('cases')
      .select('id')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(rebuildChunk)
      .execute()
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return
    await ctx.write((tx) => recountRadar(tx, ids))
    after = ids.at(-1) as string
  }
}

/** One at a time per workspace: two would add the same difference twice. */
export async function lockRadar(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`radar ${tx.workspaceId}`}, 0))`.execute(
    tx.db,
  )
}

export async function recountRadar(tx: Tx, caseIds: string[]): Promise<void> {
  if (caseIds.length === 0) return
  await lockRadar(tx)
  const before = await tx.db
    .selectFrom('radar_cases')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', 'in', caseIds)
    .execute()
  const old = new Map(before.map((row) => [row.case_id, row]))
  const now = await contributionsOf(tx, caseIds)
  const changed = caseIds.filter((id) => !isSame(old.get(id), now.get(id)))
  if (changed.length === 0) return
  const pick = (from: Map<string, Contribution>) => changed.flatMap((id) => from.get(id) ?? [])
  await keep(tx, changed, pick(now))
  await add(tx, pick(old), pick(now))
}

function isSame(one: Contribution | undefined, other: Contribution | undefined): boolean {
  return JSON.stringify(one && inOrder(one)) === JSON.stringify(other && inOrder(other))
}

function inOrder({ at, watched, ...row }: Contribution): unknown[] {
  const { customer_id, channel_id, version, platform, region, amount } = row
  return [at, [...watched].sort(), customer_id, channel_id, version, platform, region, amount]
}

async function keep(tx: Tx, changed: string[], now: Contribution[]): Promise<void> {
  await tx.db
    .deleteFrom('radar_cases')
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', 'in', changed)
    .execute()
  if (now.length > 0)
    await sql`
      insert into radar_cases (workspace_id, case_id, at, customer_id, channel_id, version, platform, region, watched, amount)
      select ${tx.workspaceId}::uuid, case_id, at, customer_id, channel_id, version, platform, region,
        array(select jsonb_array_elements_text(watched)), amount
      from jsonb_to_recordset(${JSON.stringify(now)}::jsonb) as r(case_id uuid, at timestamptz, customer_id uuid,
        channel_id uuid, version text, platform text, region text, watched jsonb, amount bigint)`.execute(
      tx.db,
    )
}

/** Into each grain that still reaches back so far. */
async function add(tx: Tx, old: Contribution[], now: Contribution[]): Promise<void> {
  const signed = [
    ...old.map((row) => ({ ...row, sign: -1 })),
    ...now.map((row) => ({ ...row, sign: 1 })),
  ]
  const reach = await reachOf(tx)
  await sql`
    with changes as (
      select r.*, w.watched as series from jsonb_to_recordset(${JSON.stringify(signed)}::jsonb) as r(
        sign int, at timestamptz, channel_id uuid, version text, platform text, region text, watched jsonb)
      cross join lateral jsonb_array_elements_text(r.watched) as w(watched)
    ), binned as (
      select 'five_minutes' as grain, series, date_bin('5 minutes', at, 'epoch'::timestamptz) as at, channel_id, version, platform, region, sign
      from changes where at >= ${reach.five_minutes_from}
      union all
      select 'hour', series, date_bin('1 hour', at, 'epoch'::timestamptz), channel_id, version, platform, region, sign
      from changes where at >= ${reach.hours_from}
      union all
      select 'day', series, date_trunc('day', at at time zone w.time_zone) at time zone w.time_zone, channel_id, version, platform, region, sign
      from changes join workspaces w on w.id = ${tx.workspaceId}::uuid
    ), sums as (
      select grain, series, at, channel_id, version, platform, region, sum(sign)::int as cases
      from binned group by 1, 2, 3, 4, 5, 6, 7 having sum(sign) <> 0
      order by 1, 2, 3, 4, 5, 6, 7
    )
    insert into radar_counts as c (workspace_id, grain, watched, at, channel_id, version, platform, region, cases)
    select ${tx.workspaceId}::uuid, grain, series, at, channel_id, version, platform, region, cases from sums
    on conflict (workspace_id, grain, watched, at, channel_id, version, platform, region)
      do update set cases = c.cases + excluded.cases`.execute(tx.db)
  if (old.length > 0)
    await tx.db
      .deleteFrom('radar_counts')
      .where('workspace_id', '=', tx.workspaceId)
      .where('watched', 'in', [...new Set(old.flatMap(({ watched }) => watched))])
      .where('at', '>=', new Date(Math.min(...old.map(({ at }) => at.getTime())) - 2 * dayMs))
      .where('cases', '=', 0)
      .execute()
}

/** How far back the finer counts go; a workspace that begins has them from some days ago. */
async function reachOf(tx: Tx) {
  const found = await tx.db
    .selectFrom('radar_states')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirst()
  if (found) return found
  const now = tx.now().getTime()
  const fresh = {
    workspace_id: tx.workspaceId,
    five_minutes_from: new Date(now - keptMs.fiveMinutes),
    hours_from: new Date(now - keptMs.hours),
    looked_at: null,
  }
  await tx.db.insertInto('radar_states').values(fresh).execute()
  return fresh
}
