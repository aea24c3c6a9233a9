import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCase } from '../../cases/testing.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { rebuildRadar, recountRadar } from './recount-radar.ts'
import { removeOldCounts } from './remove-old-counts.ts'

let product: Product
let shop: TestWorkspace
const ids: string[] = []
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  for (let i = 0; i < 6; i++) ids.push((await aCase().saying(`第 ${i} 件`).in(shop)).id)
  await product.drain()
})
afterAll(() => product.close())

interface Change {
  of: number
  minutesAgo: number
  version: string | null
  region: string | null
  problem: boolean
}

const changes: fc.Arbitrary<Change> = fc.record({
  of: fc.nat(5),
  minutesAgo: fc.integer({ min: 0, max: 3 * 24 * 60 }),
  version: fc.constantFrom(null, '3.2.0', '3.2.1'),
  region: fc.constantFrom(null, '广东', '北京'),
  problem: fc.boolean(),
})
const problemId = '0190a000-0000-7000-8000-000000000009'

async function change({ of, minutesAgo, version, region, problem }: Change): Promise<string> {
  const ctx = shop.ctx()
  const id = ids[of] as string
  await sql`
    update cases set opened_at = ${new Date(ctx.now().getTime() - minutesAgo * 60_000)}, app_version = ${version},
      region = ${region}, problem_id = ${problem ? problemId : null}
    where workspace_id = ${ctx.workspaceId}::uuid and id = ${id}::uuid`.execute(ctx.db)
  return id
}

/** What the counts say, and what the cases themselves say. */
async function both() {
  const ctx = shop.ctx()
  const kept = await sql<{ line: string }>`
    select concat_ws(' ', grain, watched, at, channel_id, version, platform, region, cases) as line
    from radar_counts where workspace_id = ${ctx.workspaceId}::uuid order by 1`.execute(ctx.db)
  const raw = await sql<{ line: string }>`
    with facts as (
      select c.opened_at as at, c.channel_id, coalesce(app_version, '') as version, coalesce(platform, '') as platform,
        coalesce(region, '') as region, array['all'] || coalesce((select array_agg('topic:' || (t->>'label'))
          from jsonb_array_elements(r.reading->'topics') t), '{}')
        || case when category_id is null then '{}' else array['category:' || category_id] end
        || case when problem_id is null then '{}' else array['problem:' || problem_id] end as watched
      from cases c left join readings r on r.workspace_id = c.workspace_id and r.feedback_id = c.feedback_id
      where c.workspace_id = ${ctx.workspaceId}::uuid and r.workspace_id = ${ctx.workspaceId}::uuid
    ), binned as (
      select g.grain, w.watched, case g.grain when 'five_minutes' then date_bin('5 minutes', at, 'epoch'::timestamptz)
          when 'hour' then date_trunc('hour', at) else date_trunc('day', at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' end as at,
        channel_id, version, platform, region
      from facts cross join unnest(watched) as w(watched) cross join (values ('five_minutes'), ('hour'), ('day')) as g(grain)
    )
    select concat_ws(' ', grain, watched, at, channel_id, version, platform, region, count(*)) as line
    from binned group by grain, watched, at, channel_id, version, platform, region order by 1`.execute(
    ctx.db,
  )
  return { kept: kept.rows.map(({ line }) => line), raw: raw.rows.map(({ line }) => line) }
}

describe('the counts of the radar', () => {
  it('are what the cases say, however they change, twice, and in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 8 }), async (some) => {
        const touched: string[] = []
        for (const one of some) touched.push(await change(one))
        const ctx = shop.ctx()
        for (const id of [...touched, ...touched.reverse()])
          await ctx.write((tx) => recountRadar(tx, [id]))
        const { kept, raw } = await both()
        expect(kept).toEqual(raw)
        expect(kept.length).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  })

  it('are the same when made anew', async () => {
    const before = (await both()).kept
    await rebuildRadar(shop.ctx())
    expect((await both()).kept).toEqual(before)
  })

  it('of a case that is gone are gone', async () => {
    const ctx = shop.ctx()
    const id = ids[0] as string
    await product.platform.db.deleteFrom('cases').where('id', '=', id).execute()
    await product.platform.db.deleteFrom('readings').where('feedback_id', '=', id).execute()
    await ctx.write(async (tx) => void tx.record('case.removed', { caseId: id }))
    await product.drain()
    const { kept, raw } = await both()
    expect(kept).toEqual(raw)
  })

  it('by five minutes go after some days; those by the hour and day stay, and late changes agree', async () => {
    const ctx = shop.ctx()
    await change({ of: 1, minutesAgo: 60, version: null, region: null, problem: false })
    await ctx.write((tx) => recountRadar(tx, ids))
    product.pass(4 * 86_400_000)
    await removeOldCounts(product.platform)
    await sql`update cases set region = '上海' where workspace_id = ${ctx.workspaceId}::uuid`.execute(
      ctx.db,
    )
    await ctx.write((tx) => recountRadar(tx, ids))
    const { kept, raw } = await both()
    expect(kept).toEqual(raw.filter((line) => !line.startsWith('five_minutes')))
    expect(kept.some((line) => line.startsWith('hour'))).toBe(true)
  })
})
