import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { holdCustomers } from '../customers/index.ts'
import { eraseAuthors, messagesOf, receiveMany } from '../feedback/index.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { answerCustomer } from './answer-customer.ts'
import { closeCase } from './close-case.ts'
import * as cases from './index.ts'
import { openCasesOf } from './open-cases.ts'
import { aCase, manyCases, type TestCase } from './testing.ts'
import { track } from './track.ts'

let product: Product
let workspace: TestWorkspace
let found: TestCase
beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
})
afterAll(() => product.close())
beforeEach(async () => {
  found = await aCase().from('梅').saying('退款一直没有到账').in(workspace)
})

const minute = 60_000
const caseOf = async (id = found.id) => {
  const one = (await cases.casesById(workspace.ctx(), [id])).get(id)
  if (!one) throw new Error('no such case')
  return one
}
const eventTypes = async (caseId = found.id) =>
  (
    await workspace
      .ctx()
      .db.selectFrom('events')
      .select('type')
      .where('workspace_id', '=', workspace.id)
      .where('case_id', '=', caseId)
      .orderBy('id')
      .execute()
  ).map(({ type }) => type)
const solve = async () => {
  const ctx = workspace.ctx('agent')
  await answerCustomer(ctx, { caseId: found.id, text: '今天到账', evidence: [] })
  await closeCase(ctx, { caseId: found.id, resolution: 'solved' })
}
const page = () => track(product.ctx(workspace.id, found.customer))

describe('the minute', () => {
  test('breaks promises that have run out, once, in every workspace; answered ones stay kept', async () => {
    const elsewhere = await aWorkspace(product)
    const other = await aCase().in(elsewhere)
    const answered = await aCase().in(workspace)
    await answerCustomer(workspace.ctx('agent'), { caseId: answered.id, text: '好', evidence: [] })
    await cases.markOverdue(product.platform)
    expect((await caseOf()).promise).toBe('running')
    product.pass(10 * 24 * 60 * minute)
    await cases.markOverdue(product.platform)
    await cases.markOverdue(product.platform)
    expect((await caseOf()).promise).toBe('broken')
    expect((await caseOf(answered.id)).promise).toBe('kept')
    expect((await eventTypes()).filter((type) => type === 'case.overdue')).toHaveLength(1)
    const theirs = (await cases.casesById(elsewhere.ctx(), [other.id])).get(other.id)
    expect(theirs?.promise).toBe('broken')
  })

  test('leaves a case that somebody is acting on for the next minute', async () => {
    product.pass(10 * 24 * 60 * minute)
    await workspace.ctx().write(async (tx) => {
      await tx.db
        .selectFrom('cases')
        .select('id')
        .where('workspace_id', '=', workspace.id)
        .where('id', '=', found.id)
        .forUpdate()
        .execute()
      await cases.markOverdue(product.platform)
    })
    expect((await caseOf()).promise).toBe('running')
  })
})

describe('problems', () => {
  const problem = { id: crypto.randomUUID(), number: 7, title: '退款慢' }

  test('are linked once, renamed, weighed, paged and unlinked; ids that are not ours are left', async () => {
    const ctx = workspace.ctx()
    const other = await aCase().in(workspace)
    const stranger = await aCase().in(await aWorkspace(product))
    const link = (ids: string[]) => ctx.write((tx) => cases.linkCases(tx, ids, problem))
    expect((await link([found.id, stranger.id])).sort()).toEqual([found.id])
    expect(await link([found.id, other.id])).toEqual([other.id])
    expect((await eventTypes()).filter((type) => type === 'case.linked')).toHaveLength(1)
    await ctx.write((tx) => cases.renameProblem(tx, { ...problem, title: '退款很慢' }))
    expect(await caseOf()).toMatchObject({ problem_number: 7, problem_title: '退款很慢' })
    const weight = (await cases.weighProblems(ctx, [problem.id])).get(problem.id)
    expect(weight).toMatchObject({ cases: 2, customers: 2 })
    const { ids, next } = await cases.caseIdsOfProblem(ctx, problem.id)
    expect([ids, next]).toEqual([[found.id, other.id].sort(), null])
    await ctx.write((tx) => cases.unlinkCases(tx, [found.id], problem.id))
    expect((await caseOf()).problem_title).toBeNull()
  })

  test('linked by two at once are linked once', async () => {
    const ctx = workspace.ctx()
    const ids = [found.id, (await aCase().in(workspace)).id]
    const other = { ...problem, id: crypto.randomUUID() }
    const link = (some: string[]) => ctx.write((tx) => cases.linkCases(tx, some, other))
    const changed = await Promise.all([link(ids), link([...ids].reverse())])
    expect(changed.flat().sort()).toEqual([...ids].sort())
  })
})

describe('what customers are told', () => {
  test('of a release stands in the conversation and on their timeline', async () => {
    const [messageId] = await workspace.ctx().write((tx) =>
      cases.tellCustomers(tx, [found.id], {
        name: 'released',
        values: { releaseId: crypto.randomUUID(), release: 'v3.2', notes: '退款改为即时到账' },
      }),
    )
    const view = await page()
    expect(view.timeline.at(-1)).toMatchObject({ step: 'released', detail: 'v3.2' })
    expect(view.messages.at(-1)).toMatchObject({
      id: messageId,
      direction: 'notice',
      notice: { name: 'released' },
    })
    expect(view.messages.at(-1)?.text).toContain('退款改为即时到账')
    // A notice is no answer.
    expect((await caseOf()).promise).toBe('running')
  })
})

describe('surveys', () => {
  test('wait on the track page until answered, declined or over', async () => {
    await solve()
    const ctx = workspace.ctx()
    const until = new Date(ctx.now().getTime() + 60 * minute)
    const offer = () =>
      ctx.write((tx) =>
        cases.offerSurveys(tx, [{ caseId: found.id, token: 't'.repeat(20), until }]),
      )
    await offer()
    expect((await page()).survey).toBe('t'.repeat(20))
    await ctx.write((tx) => cases.withdrawSurvey(tx, found.id))
    expect((await page()).survey).toBeNull()
    await offer()
    product.pass(61 * minute)
    expect((await page()).survey).toBeNull()
    await ctx.write((tx) =>
      cases.recordScore(tx, found.id, { score: 2, comment: '太慢', at: ctx.now() }),
    )
    expect(await caseOf()).toMatchObject({ score: 2, score_comment: '太慢', survey_token: null })
  })

  test('with a low score open the case again, once; what was withdrawn stays withdrawn', async () => {
    await solve()
    const reopen = () => workspace.ctx().write((tx) => cases.reopenForLowScore(tx, found.id))
    expect([await reopen(), await reopen()]).toEqual([true, false])
    expect((await caseOf()).state).toBe('open')
  })
})

test('feedback of an import that has no case yet goes with it, and gets none afterwards', async () => {
  const ctx = workspace.ctx()
  const importId = ctx.newId()
  const [outcome] = await receiveMany(ctx, {
    channelId: ctx.newId(),
    channelKind: 'import',
    importId,
    items: [{ entry: 'feedback', text: '还没有工单' }],
  })
  if (!outcome || outcome.state === 'rejected') throw new Error('refused')
  expect(await ctx.write((tx) => cases.removeCasesOfImport(tx, importId, 10))).toBe(1)
  await openCasesOf(ctx, [outcome.feedbackId])
  expect((await cases.casesById(ctx, [outcome.feedbackId])).size).toBe(0)
})

test('an import is taken back in the order in which a night erases contact details', async () => {
  const ctx = workspace.ctx()
  const importId = ctx.newId()
  const one = await aCase().from('阮小').importedBy(importId).in(workspace)
  const customerId = (await caseOf(one.id)).customer_id
  const waiting = async () => {
    const { rows } = await product.platform.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows.length
  }
  let undone: Promise<number> | undefined
  await ctx.write(async (tx) => {
    await holdCustomers(tx, [customerId])
    undone = ctx.write((other) => cases.removeCasesOfImport(other, importId, 10))
    await expect.poll(waiting).toBe(1)
    // The night goes on to what they said: nothing of it is held by who waits for them.
    await eraseAuthors(tx, [one.id], new Map())
  })
  expect(await undone).toBe(1)
})

test('an import taken back leaves nothing of its cases and everything of others', async () => {
  const ctx = workspace.ctx()
  const importId = ctx.newId()
  const kept = await aCase().knownAs('both').in(workspace)
  const one = await aCase().knownAs('both').saying('导入一').importedBy(importId).in(workspace)
  const two = await aCase().knownAs('only').saying('导入二').importedBy(importId).in(workspace)
  const [other = ''] = await manyCases(workspace, [{ entry: 'feedback', text: '另一次导入' }])
  const customerOfTwo = (await caseOf(two.id)).customer_id
  let rounds = 0
  while ((await ctx.write((tx) => cases.removeCasesOfImport(tx, importId, 1))) > 0) rounds += 1
  expect(rounds).toBe(2)
  expect((await cases.casesById(ctx, [one.id, two.id, kept.id, other])).size).toBe(2)
  expect((await messagesOf(ctx, [kept.id])).get(kept.id)).not.toEqual([])
  const count = async (table: 'case_texts' | 'readings' | 'feedback', column: string) =>
    (
      await ctx.db
        .selectFrom(table)
        .select('workspace_id')
        .where('workspace_id', '=', workspace.id)
        .where(column as never, 'in', [one.id, two.id] as never)
        .execute()
    ).length
  expect(await count('case_texts', 'case_id')).toBe(0)
  expect(await count('readings', 'feedback_id')).toBe(0)
  expect(await count('feedback', 'id')).toBe(0)
  const left = await ctx.db
    .selectFrom('customers')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', [customerOfTwo, (await caseOf(kept.id)).customer_id])
    .execute()
  expect(left).toEqual([{ id: (await caseOf(kept.id)).customer_id }])
  expect(await eventTypes(one.id)).toContain('case.removed')
})
