/** A year that never was, beside the operator's own: what is in it, and that it goes without a trace. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCandidates } from '../../contract/candidates.ts'
import { listCases, showCase } from '../../contract/cases.ts'
import { CallError } from '../../contract/client.ts'
import { submitFeedback } from '../../contract/feedback.ts'
import { readDashboard } from '../../contract/insights.ts'
import { loadSample, readSample, removeSample } from '../../contract/sample.ts'
import { track } from '../../contract/track.ts'
import { readViewer } from '../../contract/workspaces.ts'
import { aCase } from '../cases/testing.ts'
import { claimCode } from '../feedback/index.ts'
import { rebuild } from '../insights/index.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aMember, aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { fill } from './fill-sample.ts'
import { tenantTables } from './tenant-tables.ts'

let product: Product
let own: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  own = await aWorkspace(product, { business: 'store', slug: 'blue-whale' })
  await aCase().from('梅').saying('退款一直没有到账').in(own)
  await product.drain()
})
afterAll(() => product.close())

const as = (role: 'owner' | 'admin' | 'agent' = 'owner') => product.as(own.members[role].headers)
const inSample = (slug = 'blue-whale-sample') =>
  product.as({ ...own.members.owner.headers, 'x-workspace': slug })

async function rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await product.platform.pool.query<T>(text, values)).rows
}
async function sampleId(): Promise<string> {
  const [row] = await rows<{ id: string }>('select id from workspaces where sample_of = $1', [
    own.id,
  ])
  return row?.id ?? ''
}
/** What asking for it leaves at home: the request itself. */
const asked = new Set(['samples', 'events', 'outbox'])
/** Every row of a workspace in every other table, as one hash each. */
async function fingerprint(workspaceId: string): Promise<Record<string, string>> {
  const tables = await tenantTables(own.ctx())
  const hashes: Record<string, string> = {}
  for (const table of tables.filter((name) => !asked.has(name))) {
    const [row] = await rows<{ hash: string }>(
      `select md5(coalesce(string_agg(one, '|' order by one), '')) as hash
       from (select (to_jsonb(t) - 'last_seen_at')::text as one from ${table} t where workspace_id = $1) rows`,
      [workspaceId],
    )
    hashes[table] = row?.hash ?? ''
  }
  return hashes
}
async function load(): Promise<void> {
  await as()(loadSample, {})
  await product.drain()
}

describe('the sample workspace', () => {
  let before: Record<string, string>
  beforeAll(async () => {
    before = await fingerprint(own.id)
    expect(await as('admin')(loadSample, {})).toEqual({ state: 'loading', slug: null, progress: 0 })
    // Twice asked is once made.
    await as()(loadSample, {})
    await product.drain()
  })

  it('is there for whoever may enter, and agents may not make one', async () => {
    expect(await as('agent')(readSample, {})).toEqual({
      state: 'ready',
      slug: 'blue-whale-sample',
      progress: 1,
    })
    expect(await fingerprint(own.id)).toEqual(before)
    const viewer = await as('agent')(readViewer, {})
    expect(viewer.workspaces.map(({ slug }) => slug)).toEqual(['blue-whale', 'blue-whale-sample'])
    for (const call of [loadSample, removeSample])
      await expect(as('agent')(call, {})).rejects.toMatchObject({ status: 403 })
  })

  it('holds a year of cases, each told by its own events', async () => {
    const id = await sampleId()
    const [cases] = await rows<{ n: number; first: Date; last: Date; days: number }>(
      `select count(*) as n, min(opened_at) as first, max(opened_at) as last,
        count(distinct opened_at::date) as days from cases where workspace_id = $1`,
      [id],
    )
    expect(cases?.n).toBeGreaterThanOrEqual(5000)
    expect(cases?.days).toBeGreaterThan(350)
    expect(product.platform.now().getTime() - (cases?.last.getTime() ?? 0)).toBeLessThan(86_400_000)
    const [future] = await rows<{ n: number }>(
      `select count(*) as n from events where workspace_id = $1 and at > $2`,
      [id, product.platform.now()],
    )
    expect(future?.n).toBe(0)
    const [lost] = await rows<{ n: number }>(
      `select count(*) as n from cases c where workspace_id = $1 and
        (not exists (select from events e where e.workspace_id = $1 and e.case_id = c.id and e.type = 'case.opened')
         or (state = 'closed') <> (closed_at is not null)
         or (promise = 'kept') and first_reply_at > promised_at
         or (first_reply_at is not null) <> exists (select from messages m where m.workspace_id = $1 and m.case_id = c.id and m.direction = 'out'))`,
      [id],
    )
    expect(lost?.n).toBe(0)
    const [owed] = await rows<{ wrong: number }>(
      `select count(*) filter (where owed <> (answer_due_at is not null)) as wrong
       from (select c.*, promise <> 'running' and state = 'open' and exists (
           select from events e where e.workspace_id = $1 and e.case_id = c.id
             and e.type in ('case.reopened', 'case.rejected')
             and not exists (select from events a where a.workspace_id = $1 and a.case_id = c.id
               and a.type in ('case.answered', 'case.closed') and a.id > e.id)) as owed
         from cases c where workspace_id = $1) cases`,
      [id],
    )
    expect(owed?.wrong).toBe(0)
    expect(await rows('select 1 from outbox where workspace_id = $1', [id])).toEqual([])
    expect(product.outbox).toEqual([])
  })

  it('keeps just too few promises, and had three bad days', async () => {
    const to = '2026-03-06'
    const year = await inSample()(readDashboard, { query: { from: '2025-03-08', to } })
    expect(year.replyRate.value).toBeGreaterThan(0.8)
    expect(year.replyRate.value).toBeLessThan(0.9)
    const counts = await rows<{ day: string; n: number }>(
      `select (opened_at at time zone 'Asia/Shanghai')::date as day, count(*) as n from cases
       where workspace_id = $1 group by 1 order by 1`,
      [await sampleId()],
    )
    const shown = counts.filter(({ day }) => day >= '2025-03-08')
    expect(year.opened.value).toBe(shown.reduce((sum, { n }) => sum + n, 0))
    const median = counts.map(({ n }) => n).sort((a, b) => a - b)[counts.length >> 1] ?? 0
    const bad = counts.filter(({ n }) => n >= 4 * median).map(({ day }) => day)
    expect(bad).toEqual(['2026-01-13', '2026-01-14', '2026-01-15'])
    const [problem] = await rows<{ cases: number; told: number; state: string }>(
      `select p.cases, p.state, (select count(*) from tellings t where t.workspace_id = p.workspace_id
         and t.release_id = p.fixed_in and t.told_at is not null) as told
       from problems p where workspace_id = $1 order by cases desc limit 1`,
      [await sampleId()],
    )
    expect(problem?.state).toBe('fixed')
    expect(problem?.told).toBe(problem?.cases)
    expect(problem?.cases).toBeGreaterThan(150)
  })

  it('has candidates to decide on', async () => {
    const { items } = await inSample()(listCandidates, {})
    expect(items.length).toBeGreaterThan(2)
    expect(items[0]?.customers).toBeGreaterThan(2)
  })

  it('opens like any other: list, case, track page, search', async () => {
    const id = await sampleId()
    const some = await rows<{ id: string; number: number }>(
      `select id, number from cases where workspace_id = $1 order by md5(id::text) limit 50`,
      [id],
    )
    const ctx = product.ctx(id)
    for (const one of some) {
      const shown = await inSample()(showCase, { params: { caseId: one.id } })
      expect(shown.number).toBe(one.number)
      expect(shown.customer.identities.every(({ masked }) => masked.includes('*'))).toBe(true)
      const claim = `Claim ${one.number}-${claimCode(ctx, one.id)}`
      const seen = await product.as({ authorization: claim })(track, {
        params: { workspace: 'blue-whale-sample', number: one.number },
      })
      expect(seen.timeline[0]?.step).toBe('received')
    }
    for (const q of ['闪退', '退款']) {
      const found = await inSample()(listCases, { query: { q } })
      expect(found.items.length, q).toBeGreaterThan(3)
    }
    const due = await inSample()(listCases, { query: { view: 'due' } })
    expect(due.items.filter(({ promise }) => promise === 'running').length).toBeGreaterThan(5)
    const mine = await rows(
      `select 1 from cases c join members m on m.workspace_id = c.workspace_id and m.id = c.assignee_id
       where c.workspace_id = $1 and m.account_id = $2 and c.state = 'open'`,
      [id, own.members.admin.accountId],
    )
    expect(mine.length).toBeGreaterThan(0)
  })

  it('its rollups are what a rebuild makes', async () => {
    const id = await sampleId()
    const read = () =>
      rows(
        `select day, channel_id, kind, cases, kept, broken, unanswered from daily_cases
         where workspace_id = $1 order by 1, 2, 3`,
        [id],
      )
    const kept = await read()
    await rebuild(product.ctx(id))
    expect(await read()).toEqual(kept)
  })

  it('takes a new feedback like any other workspace', async () => {
    const receipt = await product.as()(submitFeedback, {
      params: { workspace: 'blue-whale-sample' },
      body: {
        entry: 'feedback',
        text: '试一下新的反馈',
        contact: { email: 'someone@example.com' },
        submissionKey: randomUUID(),
      },
    })
    await product.drain()
    const { items } = await inSample()(listCases, { query: { q: '试一下新的反馈' } })
    expect(items.map(({ number }) => number)).toEqual([receipt.number])
    expect(product.outbox).toEqual([])
  })

  it('lets in who joined the operator later, when asked again', async () => {
    const late = await aMember(product, own, 'analyst', { name: '晚来', email: 'late@whale.test' })
    before = await fingerprint(own.id)
    expect((await as()(loadSample, {})).state).toBe('ready')
    const viewer = await product.as(late.headers)(readViewer, {})
    expect(viewer.workspaces.map(({ slug }) => slug)).toContain('blue-whale-sample')
  })

  it('goes without a trace, and can come again', async () => {
    const id = await sampleId()
    expect((await as()(removeSample, {})).state).toBe('removing')
    await product.drain()
    expect(await as()(readSample, {})).toEqual({ state: 'absent', slug: null, progress: 0 })
    const left: string[] = []
    for (const table of await tenantTables(own.ctx()))
      if ((await rows(`select 1 from ${table} where workspace_id = $1 limit 1`, [id])).length > 0)
        left.push(table)
    expect(left).toEqual([])
    expect(await rows('select 1 from workspaces where id = $1', [id])).toEqual([])
    expect(await fingerprint(own.id)).toEqual(before)
    await expect(inSample()(readViewer, {})).rejects.toBeInstanceOf(CallError)
    await load()
    expect(await as()(readSample, {})).toMatchObject({ state: 'ready', slug: 'blue-whale-sample' })
    expect(await sampleId()).not.toBe(id)
  })
})

describe('making and removing', () => {
  it('is not made any more when its removal was asked for meanwhile', async () => {
    const other = await aWorkspace(product, { business: 'im' })
    const call = product.as(other.members.owner.headers)
    await call(loadSample, {})
    await call(removeSample, {})
    await product.drain()
    expect((await call(readSample, {})).state).toBe('absent')
    expect(await rows('select 1 from workspaces where sample_of = $1', [other.id])).toEqual([])
  })

  it('an interrupted load leaves nothing, and the next try makes it whole', async () => {
    const other = await aWorkspace(product, { business: 'wallet', locale: 'en' })
    const call = product.as(other.members.owner.headers)
    await call(loadSample, {})
    const ctx = other.ctx()
    const failing = { ...ctx, write: () => ctx.write(() => Promise.reject(new Error('stopped'))) }
    await expect(fill(failing)).rejects.toThrow('stopped')
    expect((await call(readSample, {})).state).toBe('loading')
    await fill(ctx, { cases: 400 })
    const ready = await call(readSample, {})
    expect(ready.state).toBe('ready')
    const [made] = await rows<{ n: number }>(
      `select count(*) as n from cases where workspace_id = (select id from workspaces where slug = $1)`,
      [ready.slug],
    )
    expect(made?.n).toBeGreaterThan(300)
    // Made already: running it again changes nothing.
    await fill(ctx)
    expect(await call(readSample, {})).toEqual(ready)
  })

  it('never removes a workspace that is nobody’s sample', async () => {
    const real = await aWorkspace(product)
    const other = await aWorkspace(product)
    await rows(
      `insert into samples (workspace_id, sample_id, state, progress, touched_at) values ($1, $2, 'ready', 1, now())`,
      [other.id, real.id],
    )
    await product.as(other.members.owner.headers)(removeSample, {})
    await expect(product.drain()).rejects.toThrow('is not the sample of')
    expect(await rows('select 1 from members where workspace_id = $1', [real.id])).toHaveLength(5)
  })
})
