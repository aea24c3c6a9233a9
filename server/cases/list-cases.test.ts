import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../contract/cases.ts'
import { priorities, sentiments } from '../../contract/values.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import type { Case } from './case.ts'
import { dueSoonMs } from './case-filter.ts'
import { countCases } from './count-cases.ts'
import { listCases } from './list-cases.ts'
import { manyCases } from './testing.ts'

const many = 240
let product: Product
let workspace: TestWorkspace
let rows: Case[]
const hour = 3_600_000

beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
  const now = product.platform.now().getTime()
  const ids = await manyCases(
    workspace,
    Array.from({ length: many }, (_, n) => ({
      entry: (['feedback', 'suggestion', 'complaint'] as const)[n % 3] ?? 'feedback',
      text: `第 ${n} 条`,
      // Some at the very same moment, so that only their ids tell them apart.
      saidAt: new Date(now - Math.floor(n / 3) * 7 * hour),
    })),
  )
  await vary(ids)
  rows = await workspace
    .ctx()
    .db.selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .execute()
})
afterAll(() => product.close())

/** Gives the cases all kinds of lives, by a fixed pattern. */
async function vary(ids: string[]): Promise<void> {
  const { agent, supervisor } = workspace.members
  const teams = Object.values(workspace.teams)
  const now = product.platform.now().getTime()
  for (const [n, id] of ids.entries()) {
    const state = contract.caseStates[n % 3] ?? 'open'
    const opened = now - Math.floor(n / 3) * 7 * hour
    const replied = state === 'waiting' || n % 4 === 0
    await workspace
      .ctx()
      .db.updateTable('cases')
      .set({
        state,
        resolution: state === 'closed' ? (contract.resolutions[n % 6] ?? 'solved') : null,
        closed_at: state === 'closed' ? new Date(opened + (n % 5) * hour) : null,
        first_reply_at: replied ? new Date(opened + hour) : null,
        promise: contract.promiseStates[n % 4] ?? 'running',
        promised_at: new Date(opened + (n % 9) * 6 * hour),
        priority: priorities[n % 4] ?? 'normal',
        sentiment: n % 7 === 0 ? null : (sentiments[n % 3] ?? 'neutral'),
        assignee_id: [null, agent.id, supervisor.id][n % 3] ?? null,
        team_id: n % 5 === 0 ? null : (teams[n % teams.length] ?? null),
        score: n % 6 === 0 ? (n % 5) + 1 : null,
        app_version: [null, '3.2.1', '3.2.0, beta'][n % 3] ?? null,
        region: n % 4 === 0 ? '广东' : null,
        amount: n % 5 === 0 ? n + 0.5 : null,
      })
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', id)
      .execute()
  }
}

const query = contract.listCases.query
const parse = (given: Record<string, string>) => {
  if (!query) throw new Error('no query')
  return query.parse(given)
}
type Query = ReturnType<typeof parse>

/** All pages of a list, as ids. */
async function listed(given: Record<string, string>, between = async () => {}): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(
      workspace.ctx('agent'),
      parse({ ...given, ...(cursor ? { cursor } : {}) }),
    )
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
    await between()
  } while (cursor !== null)
  return ids
}

/** The same in plain words. Days are those of Shanghai, eight hours ahead. */
function expected(filter: Query): string[] {
  const day = (at: Date) => new Date(at.getTime() + 8 * hour).toISOString().slice(0, 10)
  const has = (list: readonly unknown[] | undefined, value: unknown) =>
    !list || list.length === 0 || list.includes(value)
  const now = product.platform.now().getTime()
  const me = workspace.members.agent.id
  const views: Record<contract.CaseViewName, (row: Case) => boolean> = {
    mine: (row) => row.assignee_id === me && row.state !== 'closed',
    due: (row) =>
      row.state !== 'closed' &&
      row.first_reply_at === null &&
      row.promised_at.getTime() <= now + dueSoonMs,
    unassigned: (row) => row.assignee_id === null && row.state !== 'closed',
    open: (row) => row.state === 'open',
    waiting: (row) => row.state === 'waiting',
    closed: (row) => row.state === 'closed',
    all: () => true,
  }
  const isResolved = (row: Case) =>
    ['solved', 'explained', 'not_solvable'].includes(row.resolution ?? '') &&
    row.closed_at !== null &&
    row.closed_at > row.opened_at
  const found = rows.filter(
    (row) =>
      views[filter.view](row) &&
      has(filter.entry, row.entry) &&
      has(filter.sentiment, row.sentiment) &&
      has(filter.priority, row.priority) &&
      has(filter.team, row.team_id) &&
      has(filter.assignee, row.assignee_id) &&
      has(filter.promise, row.promise) &&
      has(filter.score, row.score === null ? null : String(row.score)) &&
      (!filter.openedFrom || day(row.opened_at) >= filter.openedFrom) &&
      (!filter.openedTo || day(row.opened_at) <= filter.openedTo) &&
      (!filter.closedFrom || (row.closed_at && day(row.closed_at) >= filter.closedFrom)) &&
      (!filter.closedTo || (row.closed_at && day(row.closed_at) <= filter.closedTo)) &&
      (!filter.version || (row.app_version ?? 'none') === filter.version) &&
      (!filter.region || (row.region ?? 'none') === filter.region) &&
      (!filter.money || (row.amount !== null) === (filter.money === 'yes')) &&
      (!filter.answered || (row.first_reply_at !== null) === (filter.answered === 'yes')) &&
      (!filter.resolved || isResolved(row) === (filter.resolved === 'yes')),
  )
  const rank = (row: Case) => {
    if (row.state === 'closed') return 2
    return row.first_reply_at === null ? 0 : 1
  }
  const byId = (a: Case, b: Case) => (a.id < b.id ? -1 : 1)
  const byDue = (a: Case, b: Case) =>
    rank(a) - rank(b) || a.promised_at.getTime() - b.promised_at.getTime() || byId(a, b)
  const byAge = (a: Case, b: Case) => a.opened_at.getTime() - b.opened_at.getTime() || byId(a, b)
  const ordered = [...found].sort(filter.sort === 'due' ? byDue : byAge)
  return (filter.sort === 'newest' ? ordered.reverse() : ordered).map(({ id }) => id)
}

const some = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1 }).map((list) => list.join(','))
const dayOf = fc
  .integer({ min: 0, max: 26 })
  .map((back) => new Date(Date.parse('2026-03-06') - back * 24 * hour).toISOString().slice(0, 10))
const anyFilter = () =>
  fc.record(
    {
      view: fc.constantFrom(...contract.caseViews),
      sort: fc.constantFrom('newest', 'oldest', 'due'),
      entry: some(['feedback', 'suggestion', 'complaint']),
      sentiment: some(sentiments),
      priority: some(priorities),
      team: some(Object.values(workspace.teams)),
      assignee: some([workspace.members.agent.id, workspace.members.supervisor.id]),
      promise: some(contract.promiseStates),
      score: some(['1', '2', '3', '4', '5']),
      version: fc.constantFrom('3.2.1', '3.2.0, beta', '9', 'none'),
      region: fc.constantFrom('广东', 'none'),
      money: fc.constantFrom('yes', 'no'),
      answered: fc.constantFrom('yes', 'no'),
      resolved: fc.constantFrom('yes', 'no'),
      openedFrom: dayOf,
      openedTo: dayOf,
      closedFrom: dayOf,
      closedTo: dayOf,
    },
    { requiredKeys: [] },
  )

describe('the list', () => {
  test('holds what a person would pick by hand, in order, whatever the filters', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter(), fc.constantFrom('7', '100'), async (filter, limit) => {
        expect(await listed({ ...filter, limit })).toEqual(expected(parse(filter)))
      }),
      { numRuns: 60 },
    )
  })

  test.each(contract.caseViews)('view %s in each order', async (view) => {
    for (const sort of ['newest', 'oldest', 'due'])
      expect(await listed({ view, sort, limit: '33' })).toEqual(expected(parse({ view, sort })))
  })

  test('shows nobody else’s cases', async () => {
    const other = await aWorkspace(product)
    const page = await listCases(other.ctx('agent'), parse({}))
    expect(page).toEqual({ items: [], nextCursor: null })
  })

  test('refuses a cursor that is not its own', async () => {
    const ctx = workspace.ctx('agent')
    const { nextCursor } = await listCases(ctx, parse({ limit: '2' }))
    const cursor = String(nextCursor)
    for (const wrong of [
      'x',
      cursor.slice(2),
      Buffer.from('["newest",0,"x","y"]').toString('base64url'),
    ])
      await expect(listCases(ctx, parse({ cursor: wrong }))).rejects.toMatchObject({
        code: 'cursor_invalid',
      })
    await expect(listCases(ctx, parse({ cursor, sort: 'due' }))).rejects.toMatchObject({
      code: 'cursor_invalid',
    })
  })

  const [at, id] = ['2026-03-06T02:00:00.000Z', '01890000-0000-7000-8000-000000000000']
  test.each([
    ['newest', 0, '2026', id],
    ['newest', 0, '+275760-09-13T00:00:00.000Z', id],
    ['newest', 0, '0000-01-01T00:00:00.000Z', id],
    ['newest', 0, 'Thu Jan 01 1970 (x)', id],
    ['newest', 0, at, '-'.repeat(36)],
    ['newest', 0, at, 'a'.repeat(36)],
    ['due', 99_999, at, id],
    ['due', 1e300, at, id],
  ])('refuses what the database could not read: %s %s %s %s', async (...parts) => {
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url')
    for (const q of [undefined, '退款'])
      await expect(
        listCases(workspace.ctx('agent'), parse({ cursor, sort: parts[0], ...(q ? { q } : {}) })),
      ).rejects.toMatchObject({ code: 'cursor_invalid' })
  })

  test('takes no day without a calendar', () => {
    expect(() => parse({ openedFrom: '0000-01-01' })).toThrow('out_of_range')
  })
})

test('counts are those of the lists behind them', async () => {
  const { views, cap } = await countCases(workspace.ctx('agent'))
  for (const view of contract.caseViews)
    expect(views[view], view).toBe(Math.min(cap, expected(parse({ view })).length))
})

test('paging skips nothing and repeats nothing while cases arrive', async () => {
  const before = new Set(rows.map(({ id }) => id))
  let arrived = 0
  const seen = await listed({ limit: '20' }, async () => {
    const at = product.platform.now().getTime() - arrived * 30 * hour
    await manyCases(workspace, [{ entry: 'feedback', text: '刚来', saidAt: new Date(at) }])
    arrived += 1
  })
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((id) => before.has(id))).toHaveLength(before.size)
})
