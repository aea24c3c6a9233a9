import { sql } from 'kysely'
import type { Quality, VersionView } from '../../contract/quality.ts'
import { type Part, parts } from '../../contract/understanding.ts'
import { shippedVersion } from '../../reading/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'
import { driftsIn } from './drift.ts'
import { stateOf } from './own-model.ts'

/** So far the page looks back. */
const weeksBack = 26
const dayMs = 86_400_000

/** How often readings were right, as far as people looked, and what the model learned from it. */
export async function readQuality(ctx: Ctx): Promise<Quality> {
  const { timeZone } = await loadSettings(ctx)
  const to = dayIn(timeZone, ctx.now())
  const from = mondayBefore(to, weeksBack)
  const since = sql`(${from}::date::timestamp at time zone ${timeZone})`
  const [judged, labels, days, state, versions, judgedTexts] = await Promise.all([
    judgedByWeek(ctx, since, timeZone),
    judgedByLabel(ctx, since),
    readByWeek(ctx, from),
    stateOf(ctx),
    listVersions(ctx),
    countTexts(ctx, since),
  ])
  const weeks = [...new Set([...judged, ...days].map(({ week }) => week))].sort().map((week) => ({
    week,
    readings: days.find((one) => one.week === week)?.readings ?? 0,
    abstained: days.find((one) => one.week === week)?.abstained ?? 0,
    parts: judged
      .filter((one) => one.week === week)
      .map(({ part, judged: of, right }) => ({ part, judged: of, right })),
  }))
  return {
    from,
    to,
    parts: parts.map((part) => ({
      part,
      ...total(judged.filter((one) => one.part === part)),
      labels: labels
        .filter((one) => one.part === part)
        .map(({ label, judged: of, right }) => ({ label, judged: of, right })),
    })),
    weeks,
    readings: days.reduce((all, { readings }) => all + readings, 0),
    abstained: days.reduce((all, { abstained }) => all + abstained, 0),
    judgedTexts,
    drifts: driftsIn(weeks, to),
    versions: present(versions, state?.version ?? 0),
    lessonsSince: await lessonsSince(ctx, state?.lessons_from ?? new Date(0)),
    held: state?.held ?? false,
    changedAt: state?.changed_at.toISOString() ?? null,
    changedBy: state?.changed_by.name ?? null,
  }
}

type Since = ReturnType<typeof sql>

async function judgedByWeek(ctx: Ctx, since: Since, timeZone: string) {
  const { rows } = await sql<{ week: string; part: Part; judged: number; right: number }>`
    select date_trunc('week', at at time zone ${timeZone})::date as week, part,
      count(*) as judged, count(*) filter (where said_right) as right
    from judgements
    where workspace_id = ${ctx.workspaceId} and undone_at is null and at >= ${since}
    group by 1, 2 order by 1, 2`.execute(ctx.db)
  return rows
}

/** By what people say is right; where they say that there is none, `none`. */
async function judgedByLabel(ctx: Ctx, since: Since) {
  const { rows } = await sql<{ part: Part; label: string; judged: number; right: number }>`
    select j.part, l.label, count(*) as judged,
      count(*) filter (where case when l.label = 'none' then j.said = '{}' else l.label = any(j.said) end) as right
    from judgements j
      cross join lateral unnest(case when j.labels = '{}' then '{none}' else j.labels end) as l(label)
    where j.workspace_id = ${ctx.workspaceId} and j.undone_at is null and j.at >= ${since}
    group by 1, 2 order by 1, 3 desc, 2`.execute(ctx.db)
  return rows
}

async function readByWeek(ctx: Ctx, from: string) {
  const { rows } = await sql<{ week: string; readings: number; abstained: number }>`
    select date_trunc('week', day)::date as week, sum(readings)::int as readings, sum(abstained)::int as abstained
    from reading_days where workspace_id = ${ctx.workspaceId} and day >= ${from}::date
    group by 1 order by 1`.execute(ctx.db)
  return rows
}

async function countTexts(ctx: Ctx, since: Since): Promise<number> {
  const { rows } = await sql<{ texts: number }>`
    select count(distinct feedback_id) as texts from judgements
    where workspace_id = ${ctx.workspaceId} and undone_at is null and at >= ${since}`.execute(
    ctx.db,
  )
  return rows[0]?.texts ?? 0
}

async function lessonsSince(ctx: Ctx, from: Date): Promise<number> {
  const { lessons } = await ctx.db
    .selectFrom('judgements')
    .select((eb) => eb.fn.countAll<number>().as('lessons'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('at', '>=', from)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  return lessons
}

async function listVersions(ctx: Ctx) {
  return ctx.db
    .selectFrom('own_models')
    .select(['version', 'made_at', 'lessons', 'promoted', 'shipped', 'replay'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('version', 'desc')
    .execute()
}

function present(versions: Awaited<ReturnType<typeof listVersions>>, inUse: number): VersionView[] {
  const shipped = shippedVersion()
  return [
    ...versions.map((one) => ({
      version: one.version,
      madeAt: one.made_at.toISOString(),
      lessons: one.lessons,
      promoted: one.promoted,
      inUse: one.version === inUse,
      outdated: one.shipped !== shipped,
      tried: one.replay,
    })),
    {
      version: 0,
      madeAt: null,
      lessons: 0,
      promoted: true,
      inUse: inUse === 0,
      outdated: false,
      tried: [],
    },
  ]
}

function total(counted: readonly { judged: number; right: number }[]) {
  return {
    judged: counted.reduce((all, { judged }) => all + judged, 0),
    right: counted.reduce((all, { right }) => all + right, 0),
  }
}

function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
}

function mondayBefore(day: string, weeks: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (at.getUTCDay() + 6) % 7
  return new Date(at.getTime() - (sinceMonday + weeks * 7) * dayMs).toISOString().slice(0, 10)
}
