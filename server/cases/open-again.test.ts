import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as caseWork from '../../contract/case-work.ts'
import * as contract from '../../contract/cases.ts'
import * as tracking from '../../contract/track.ts'
import { claimCode } from '../feedback/index.ts'
import { furnishWorkspace } from '../set-up.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { promisedAt } from '../workspaces/index.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { reopenForLowScore } from './index.ts'
import { aCase, type TestCase } from './testing.ts'

let product: Product
let workspace: TestWorkspace
let found: TestCase

beforeAll(async () => {
  product = await bootProduct()
})
afterAll(() => product.close())
beforeEach(async () => {
  workspace = await aWorkspace(product, { furnish: furnishWorkspace })
  found = await aCase().from('梅').saying('退款一直没有到账').in(workspace)
})

const member = (role: 'agent' | 'supervisor' = 'agent') =>
  product.as(workspace.members[role].headers)
const params = () => ({ caseId: found.id })
const answer = (role: 'agent' | 'supervisor' = 'agent') =>
  member(role)(caseWork.answerCustomer, { params: params(), body: { text: '今天到账' } })
const close = (role: 'agent' | 'supervisor' = 'agent') =>
  member(role)(caseWork.closeCase, { params: params(), body: { resolution: 'solved' } })
const assign = (to: { teamId?: string | null; assigneeId?: string | null }) =>
  member('supervisor')(caseWork.assignCase, { params: params(), body: to })
const show = () => member()(contract.showCase, { params: params() })
const list = (query: { view?: contract.CaseViewName; sort?: 'due' }) =>
  member()(contract.listCases, { query }).then(({ items }) => items.map(({ id }) => id))
const lowScore = () => workspace.ctx().write((tx) => reopenForLowScore(tx, found.id))
const notSolved = () =>
  product.as({
    authorization: `Claim ${found.number}-${claimCode(workspace.ctx(), found.feedbackId)}`,
  })(tracking.confirmCase, {
    params: { workspace: workspace.slug, number: found.number },
    body: { solved: false, text: '' },
  })
const lettingGo = (memberId: string) =>
  product.platform.db
    .updateTable('members')
    .set({ active: false })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', memberId)
    .execute()

test.each(['low score', 'not solved'])(
  '%s: another answer is due, the promise stays kept',
  async (why) => {
    await answer()
    await close()
    const before = await show()
    expect(before.answerDueAt).toBeNull()
    const due = (await promisedAt(workspace.ctx(), workspace.ctx().now())).toISOString()
    if (why === 'low score') await lowScore()
    else expect((await notSolved()).answerDueAt).toBe(due)
    const { promise, promisedAt: first, answerDueAt, state } = await show()
    expect({ promise, first, state }).toEqual({
      promise: 'kept',
      first: before.promisedAt,
      state: 'open',
    })
    expect(answerDueAt).toBe(due)
  },
)

test('it is listed and counted as due, overdue when late, until the answer or the end', async () => {
  await answer()
  await close()
  const newer = await aCase().from('兰').in(workspace)
  product.pass(60_000)
  await lowScore()
  expect(await list({ sort: 'due' })).toEqual([newer.id, found.id])
  const due = Date.parse((await show()).answerDueAt ?? '')
  product.pass(due - workspace.ctx().now().getTime() + 60_000)
  expect(await list({ view: 'due' })).toContain(found.id)
  await answer()
  expect((await show()).answerDueAt).toBeNull()
  expect(await list({ view: 'due' })).not.toContain(found.id)
  await notSolved()
  expect((await show()).answerDueAt).not.toBeNull()
  await close()
  expect(await show()).toMatchObject({ answerDueAt: null, promise: 'kept' })
})

test('closed unanswered and opened again in time, the first promise is all there is', async () => {
  await member()(caseWork.closeCase, { params: params(), body: { resolution: 'duplicate' } })
  await member()(caseWork.reopenCase, { params: params(), body: {} })
  expect(await show()).toMatchObject({ promise: 'running', answerDueAt: null })
})

test('nobody’s case goes back to who answered or closed it last and is still here', async () => {
  await answer('agent')
  await close('supervisor')
  expect((await show()).assignee).toBeNull()
  await lowScore()
  expect((await show()).assignee?.id).toBe(workspace.members.supervisor.id)
  await close('supervisor')
  await lettingGo(workspace.members.supervisor.id)
  await lowScore()
  expect((await show()).assignee?.id).toBe(workspace.members.agent.id)
})

test('a suggestion without a category comes to the team of suggestions', async () => {
  const { id } = await aCase().as('suggestion').saying('希望能改收货地址').in(workspace)
  const { team, assignee } = await member()(contract.showCase, { params: { caseId: id } })
  expect(team?.id).toBe(workspace.teams.product)
  expect(assignee).toBeNull()
})

test('nobody left who had it: it goes to the team of its category; who has it keeps it', async () => {
  const categories = await product.platform.db
    .selectFrom('categories')
    .select(['id', 'team_id'])
    .where('workspace_id', '=', workspace.id)
    .where('entry', '=', 'feedback')
    .where('team_id', 'is not', null)
    .execute()
  const [category] = categories
  found = await aCase()
    .about(category?.id ?? '')
    .in(workspace)
  await answer()
  await close()
  await assign({ teamId: null, assigneeId: null })
  await lettingGo(workspace.members.agent.id)
  await lowScore()
  const mine = await member('supervisor')(contract.showCase, { params: params() })
  expect(mine).toMatchObject({ assignee: null, team: { id: category?.team_id } })
  await assign({ assigneeId: workspace.members.admin.id })
  await answer('supervisor')
  await close('supervisor')
  await lowScore()
  const kept = await member('supervisor')(contract.showCase, { params: params() })
  expect(kept.assignee?.id).toBe(workspace.members.admin.id)
})
