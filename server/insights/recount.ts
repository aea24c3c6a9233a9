/** Brings the rollups up to date with what cases are now: each case's new contribution minus its old one. */
import { type RawBuilder, sql } from 'kysely'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { bucketSql } from './durations.ts'
import { rebuildRadar } from './radar/recount-radar.ts'
import './tables.ts'

export const noCategory = '00000000-0000-0000-0000-000000000000'
/** Stands for all channels together in the durations. */
export const allChannels = '00000000-0000-0000-0000-000000000000'
const rebuildChunk = 5000

type CaseEvent =
  | 'case.opened'
  | 'case.read'
  | 'case.corrected'
  | 'case.correction_undone'
  | 'case.moved'
  | 'case.answered'
  | 'case.closed'
  | 'case.reopened'
  | 'case.overdue'
  | 'case.added'
  | 'case.confirmed'
  | 'case.rejected'
  | 'case.removed'
  | 'survey.answered'

export const recountCases = reaction<CaseEvent>({
  name: 'insights.recount',
  async run(ctx, events) {
    await ctx.write((tx) => recount(tx, [...new Set(events.map(({ data }) => data.caseId))]))
  },
})

/** A workspace that moves to another time zone has other days. */
export const recountAll = reaction<'settings.changed'>({
  name: 'insights.rebuild',
  pace: 'long',
  async run(ctx, events) {
    if (!events.some(({ data }) => data.what.includes('timeZone'))) return
    await rebuild(ctx)
    await rebuildRadar(ctx)
  },
})

/** Makes all rollups of the workspace anew from its cases. */
export async function rebuild(ctx: Ctx): Promise<void> {
  await ctx.write(async (tx) => {
    await lock(tx)
    for (const table of [
      'case_facts',
      'daily_cases',
      'daily_categories',
      'daily_durations',
      'daily_scores',
    ] as const)
      await tx.db.deleteFrom(table).where('workspace_id', '=', tx.workspaceId).execute()
  })
  for (let after = noCategory; ; ) {
    const ids = await caseIdsAfter(ctx, after)
    if (ids.length === 0) return
    await ctx.write((tx) => recount(tx, ids))
    after = ids.at(-1) as string
  }
}

async function caseIdsAfter(ctx: Ctx, after: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('cases')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(rebuildChunk)
    .execute()
  return rows.map(({ id }) => id)
}

/** One recount at a time per workspace: two would add the same difference twice. */
async function lock(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`insights ${tx.workspaceId}`}, 0))`.execute(
    tx.db,
  )
}

export async function recount(tx: Tx, caseIds: string[]): Promise<void> {
  await lock(tx)
  const workspace = sql`${tx.workspaceId}::uuid`
  await sql`
    with asked as (select unnest(${caseIds}::uuid[]) as id),
    old as (
      select f.* from case_facts f join asked on asked.id = f.case_id where f.workspace_id = ${workspace}
    ),
    new as (${factsNow(workspace)}),
    kept as (
      insert into case_facts select * from new
      on conflict (workspace_id, case_id) do update set
        day = excluded.day, channel_id = excluded.channel_id, kind = excluded.kind, category_id = excluded.category_id,
        promise = excluded.promise, unanswered = excluded.unanswered, reply_bucket = excluded.reply_bucket,
        resolution_bucket = excluded.resolution_bucket, score = excluded.score
    ),
    gone as (
      delete from case_facts f using old
      where f.workspace_id = ${workspace} and f.case_id = old.case_id and not exists (select from new where new.case_id = old.case_id)
    ),
    change as (
      select 1 as sign, * from new union all select -1, * from old
    ),
    cases_changed as (
      insert into daily_cases as d (workspace_id, day, channel_id, kind, cases, kept, broken, unanswered)
      select workspace_id, day, channel_id, kind, sum(sign), coalesce(sum(sign) filter (where promise = 'kept'), 0),
             coalesce(sum(sign) filter (where promise = 'broken'), 0), coalesce(sum(sign) filter (where unanswered), 0)
      from change group by 1, 2, 3, 4
      on conflict (workspace_id, day, channel_id, kind) do update set
        cases = d.cases + excluded.cases, kept = d.kept + excluded.kept,
        broken = d.broken + excluded.broken, unanswered = d.unanswered + excluded.unanswered
    ),
    categories_changed as (
      insert into daily_categories as d (workspace_id, day, channel_id, category_id, cases)
      select workspace_id, day, channel_id, category_id, sum(sign) from change group by 1, 2, 3, 4
      on conflict (workspace_id, day, channel_id, category_id) do update set cases = d.cases + excluded.cases
    ),
    durations_changed as (
      insert into daily_durations as d (workspace_id, channel_id, day, measure, bucket, cases)
      select workspace_id, o.channel_id, day, measure, bucket, sum(sign)
      from change
        cross join lateral (values ('reply', reply_bucket), ('resolution', resolution_bucket)) as m (measure, bucket)
        cross join lateral (values (change.channel_id), (${allChannels}::uuid)) as o (channel_id)
      where bucket is not null group by 1, 2, 3, 4, 5
      on conflict (workspace_id, channel_id, day, measure, bucket) do update set cases = d.cases + excluded.cases
    ),
    scores_changed as (
      insert into daily_scores as d (workspace_id, day, channel_id, score, cases)
      select workspace_id, day, channel_id, score, sum(sign) from change where score is not null group by 1, 2, 3, 4
      on conflict (workspace_id, day, channel_id, score) do update set cases = d.cases + excluded.cases
    )
    insert into rollup_states (workspace_id, as_of) values (${workspace}, ${tx.now()})
    on conflict (workspace_id) do update set as_of = excluded.as_of
  `.execute(tx.db)
}

/** What the asked cases contribute as they stand. */
function factsNow(workspace: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select c.workspace_id, c.id as case_id, (c.opened_at at time zone w.time_zone)::date as day, c.channel_id,
      coalesce(c.kind, '') as kind, coalesce(c.category_id, ${noCategory}::uuid) as category_id, c.promise,
      c.state = 'open' and c.first_reply_at is null as unanswered,
      case when c.first_reply_at is not null then ${sql.raw(bucketSql('c.opened_at', 'c.first_reply_at'))} end as reply_bucket,
      case when c.state = 'closed' and c.resolution in ('solved', 'explained', 'not_solvable') and c.closed_at > c.opened_at
        then ${sql.raw(bucketSql('c.opened_at', 'c.closed_at'))} end as resolution_bucket,
      c.score
    from cases c join asked on asked.id = c.id join workspaces w on w.id = c.workspace_id
    where c.workspace_id = ${workspace}`
}
