import { type SqlBool, sql } from 'kysely'
import { type CaseViewName, caseViews, type countCases as endpoint } from '../../contract/cases.ts'
import type { ReplyOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadSettings, loadTeams } from '../workspaces/index.ts'
import { conditionsOf, type Viewpoint } from './case-filter.ts'

/** Counting stops here: nobody acts on the difference between 1,000 and 40,000. */
const cap = 1000
/** Many consoles ask at once after each change; they share an answer this old. */
const freshMs = 1000
const mostRemembered = 1000

type Counts = ReplyOf<typeof endpoint>
const remembered = new WeakMap<Ctx['db'], Map<string, { at: number; counts: Promise<Counts> }>>()

/** How many cases wait in each view. */
export function countCases(ctx: Ctx): Promise<Counts> {
  const mine = remembered.get(ctx.db) ?? new Map()
  remembered.set(ctx.db, mine)
  const key = `${ctx.workspaceId} ${ctx.actor.id}`
  const known = mine.get(key)
  if (known && performance.now() - known.at < freshMs) return known.counts
  if (mine.size >= mostRemembered) mine.clear()
  const counts = countNow(ctx)
  mine.set(key, { at: performance.now(), counts })
  counts.catch(() => mine.delete(key))
  return counts
}

async function countNow(ctx: Ctx): Promise<Counts> {
  const [{ timeZone }, teams] = await Promise.all([loadSettings(ctx), loadTeams(ctx)])
  const from: Viewpoint = {
    memberId: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    timeZone,
    now: ctx.now(),
  }
  const counts = await ctx.db
    .selectNoFrom([
      ...caseViews.map((view) => capped(ctx, from, { view }).as(view)),
      ...teams.map(({ id }) => capped(ctx, from, { view: 'open', team: [id] }).as(id)),
    ])
    .executeTakeFirstOrThrow()
  const of = (name: string) => Number((counts as Record<string, unknown>)[name])
  return {
    cap,
    views: Object.fromEntries(caseViews.map((view) => [view, of(view)])) as Record<
      CaseViewName,
      number
    >,
    teams: teams.map((team) => ({ ...team, open: of(team.id) })),
  }
}

function capped(ctx: Ctx, from: Viewpoint, filter: { view: CaseViewName; team?: string[] }) {
  const some = ctx.db
    .selectFrom('cases as c')
    .select(sql<SqlBool>`true`.as('one'))
    .where('c.workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb.and(conditionsOf(eb, filter, from)))
    .limit(cap)
  return ctx.db.selectFrom(some.as('some')).select((eb) => eb.fn.countAll<number>().as('count'))
}
