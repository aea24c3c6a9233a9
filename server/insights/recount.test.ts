import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Kind } from '../../contract/values.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { bucketOf, quantile } from './durations.ts'
import { dayOf } from './periods.ts'
import { readDashboard } from './read-dashboard.ts'
import { rebuild, recount } from './recount.ts'

let product: Product
let workspace: TestWorkspace
let customerId: string

beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
  const ctx = workspace.ctx()
  customerId = ctx.newId()
  await ctx.db
    .insertInto('customers')
    .values({
      workspace_id: ctx.workspaceId,
      id: customerId,
      name: null,
      locale: null,
      surveys_declined_at: null,
      created_at: ctx.now(),
    })
    .execute()
})
afterAll(() => product.close())

const channels = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002']

/** What of a case the numbers look at. */
interface Sketch {
  openedAt: Date
  channel: number
  kind: Kind | null
  promise: 'running' | 'kept' | 'broken' | 'void'
  repliedAfterMs: number | null
  closedAfterMs: number | null
  score: number | null
}

const sketches: fc.Arbitrary<Sketch> = fc.record({
  openedAt: fc.date({
    min: new Date('2026-01-01'),
    max: new Date('2026-03-05'),
    noInvalidDate: true,
  }),
  channel: fc.nat(1),
  kind: fc.constantFrom<Kind | null>(null, 'bug', 'complaint', 'praise'),
  promise: fc.constantFrom('running' as const, 'kept' as const, 'broken' as const, 'void' as const),
  repliedAfterMs: fc.option(fc.integer({ min: 1000, max: 5 * 86_400_000 })),
  closedAfterMs: fc.option(fc.integer({ min: 1000, max: 9 * 86_400_000 })),
  score: fc.option(fc.integer({ min: 1, max: 5 })),
})

let numbers = 0

async function keep(id: string, sketch: Sketch): Promise<void> {
  const ctx = workspace.ctx()
  const later = (ms: number | null) =>
    ms === null ? null : new Date(sketch.openedAt.getTime() + ms)
  numbers += 1
  const row = {
    workspace_id: ctx.workspaceId,
    id,
    number: numbers,
    feedback_id: ctx.newId(),
    customer_id: customerId,
    channel_id: channels[sketch.channel] as string,
    import_id: null,
    entry: 'feedback' as const,
    category_id: null,
    title: '标题',
    kind: sketch.kind,
    sentiment: null,
    urgency: null,
    risks: [],
    priority: 'normal' as const,
    priority_decided: false,
    state: sketch.closedAfterMs === null ? ('open' as const) : ('closed' as const),
    resolution: sketch.closedAfterMs === null ? null : ('solved' as const),
    team_id: null,
    assignee_id: null,
    problem_id: null,
    problem_number: null,
    problem_title: null,
    urges: 0,
    urged_at: null,
    opened_at: sketch.openedAt,
    active_at: sketch.openedAt,
    last_in_id: null,
    first_reply_at: later(sketch.repliedAfterMs),
    promised_at: sketch.openedAt,
    promise: sketch.promise,
    closed_at: later(sketch.closedAfterMs),
    confirmed: null,
    confirmed_at: null,
    score: sketch.score,
    score_comment: null,
    scored_at: null,
    survey_token: null,
    survey_until: null,
    version: 1,
  }
  const { number: _n, feedback_id: _f, ...changes } = row
  await ctx.db
    .insertInto('cases')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(changes))
    .execute()
}

/** All rollups with something in them. */
async function rollups(): Promise<unknown> {
  const read = async (
    table: 'daily_cases' | 'daily_categories' | 'daily_durations' | 'daily_scores',
  ) =>
    (
      await sql<object>`select * from ${sql.table(table)} where workspace_id = ${workspace.id} and cases <> 0 order by 1, 2, 3, 4, 5`.execute(
        workspace.ctx().db,
      )
    ).rows
  return {
    cases: await read('daily_cases'),
    categories: await read('daily_categories'),
    durations: await read('daily_durations'),
    scores: await read('daily_scores'),
  }
}

async function clear(): Promise<void> {
  for (const table of [
    'cases',
    'case_facts',
    'daily_cases',
    'daily_categories',
    'daily_durations',
    'daily_scores',
  ] as const)
    await workspace.ctx().db.deleteFrom(table).where('workspace_id', '=', workspace.id).execute()
}

const recounted = (ids: string[]) => workspace.ctx().write((tx) => recount(tx, ids))

describe('rollups', () => {
  it('after any history of changes, counted in any order and often, they equal a count from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(4), fc.option(sketches, { freq: 6 })), {
          minLength: 1,
          maxLength: 14,
        }),
        async (history) => {
          await clear()
          const ids = Array.from({ length: 5 }, () => product.ctx('').newId())
          for (const [which, sketch] of history) {
            const id = ids[which] as string
            if (sketch) await keep(id, sketch)
            else
              await workspace
                .ctx()
                .db.deleteFrom('cases')
                .where('workspace_id', '=', workspace.id)
                .where('id', '=', id)
                .execute()
            if (which !== 3) await recounted([id])
          }
          await Promise.all([recounted(ids), recounted([...ids].reverse())])
          const kept = await rollups()
          await rebuild(workspace.ctx())
          expect(kept).toEqual(await rollups())
        },
      ),
      { numRuns: 25 },
    )
  })

  it('the dashboard says what a walk over the cases says', async () => {
    await clear()
    const made = fc.sample(sketches, { numRuns: 120, seed: 7 })
    const ids = made.map(() => product.ctx('').newId())
    for (const [i, sketch] of made.entries()) await keep(ids[i] as string, sketch)
    await recounted(ids)
    const [from, to] = ['2026-02-01', '2026-02-28']
    const inPeriod = made.filter(({ openedAt }) => {
      const day = dayOf(openedAt, 'Asia/Shanghai')
      return day >= from && day <= to
    })
    const seen = await readDashboard(workspace.ctx('analyst'), { from, to })
    expect(seen.opened.value).toBe(inPeriod.length)
    const kept = inPeriod.filter(({ promise }) => promise === 'kept').length
    const broken = inPeriod.filter(({ promise }) => promise === 'broken').length
    expect(seen.replyRate.value).toBeCloseTo(kept / (kept + broken))
    expect(seen.replyRate.n).toBe(kept + broken)
    const replies = inPeriod.flatMap(({ repliedAfterMs }) =>
      repliedAfterMs === null ? [] : [repliedAfterMs],
    )
    expect(seen.firstReply.median.n).toBe(replies.length)
    expect(seen.firstReply.median.value).toBe(
      quantile(
        replies.map((ms) => ({ bucket: bucketOf(ms), cases: 1 })),
        0.5,
      ),
    )
    const scored = inPeriod.flatMap(({ score }) => (score === null ? [] : [score]))
    expect(seen.satisfaction.value).toBeCloseTo(scored.reduce((a, b) => a + b, 0) / scored.length)
    expect(seen.unanswered.value).toBe(
      made.filter((one) => one.closedAfterMs === null && one.repliedAfterMs === null).length,
    )
    expect(seen.days.reduce((total, { cases }) => total + cases, 0)).toBe(inPeriod.length)
    expect(seen.cells.reduce((total, { cases }) => total + cases, 0)).toBe(inPeriod.length)
    expect(seen.byKind.reduce((total, { cases }) => total + cases, 0)).toBe(inPeriod.length)
  })

  it('another workspace sees none of it', async () => {
    const other = await aWorkspace(product)
    const seen = await readDashboard(other.ctx('owner'), { from: '2026-01-01', to: '2026-03-31' })
    expect([seen.opened.value, seen.unanswered.value, seen.satisfaction.value]).toEqual([
      0,
      0,
      null,
    ])
  })
})
