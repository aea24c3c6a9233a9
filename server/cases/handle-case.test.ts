import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as caseWork from '../../contract/case-work.ts'
import * as contract from '../../contract/cases.ts'
import { createKey } from '../../contract/members.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { aCase, type TestCase } from './testing.ts'

let product: Product
let workspace: TestWorkspace
let elsewhere: TestWorkspace
let found: TestCase
const minute = 60_000

beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
  elsewhere = await aWorkspace(product)
})
afterAll(() => product.close())
beforeEach(async () => {
  found = await aCase().from('梅').saying('退款一直没有到账').in(workspace)
})

const agent = (of = workspace) => product.as(of.members.agent.headers)
const params = () => ({ caseId: found.id })
const show = () => agent()(contract.showCase, { params: params() })
const answer = (text = '已经为您查到，今天到账', more = {}) =>
  agent()(caseWork.answerCustomer, { params: params(), body: { text, ...more } })
const close = (resolution: 'solved' | 'duplicate' = 'solved', more = {}) =>
  agent()(caseWork.closeCase, { params: params(), body: { resolution, ...more } })
const code = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { code?: string; status?: number }) => error.code ?? String(error),
  )

describe('answering', () => {
  test('keeps the promise, passes the word to the customer, and shows who wrote', async () => {
    const { version } = await show()
    const shown = await answer()
    expect(shown).toMatchObject({ state: 'waiting', promise: 'kept' })
    expect(shown.version).toBeGreaterThan(version)
    expect(shown.messages.at(-1)).toMatchObject({
      direction: 'out',
      text: '已经为您查到，今天到账',
      author: workspace.members.agent.name,
    })
    expect(shown.happenings.at(-1)).toMatchObject({
      type: 'case.answered',
      by: workspace.members.agent.name,
    })
    expect(shown.can).toContain('close')
  })

  test('after the time has passed breaks it, whether or not the clock has said so', async () => {
    product.pass(3 * 24 * 60 * minute)
    expect((await answer()).promise).toBe('broken')
  })

  test('is refused on a closed case, without words, and for a case of somebody else', async () => {
    await close('duplicate')
    expect(await code(answer())).toBe('case_closed')
    expect(await code(answer(''))).toBe('invalid_input')
    const foreign = agent(elsewhere)(caseWork.answerCustomer, {
      params: params(),
      body: { text: 'x' },
    })
    expect(await code(foreign)).toBe('not_found')
  })

  test('with evidence that is not ours is refused and leaves nothing behind', async () => {
    expect(await code(answer('见附件', { evidence: ['forged'] }))).toBe('evidence_unknown')
    expect((await show()).state).toBe('open')
  })
})

test('what a program wrote bears the name of its key', async () => {
  const owner = product.as(workspace.members.owner.headers)
  const { secret } = await owner(createKey, {
    body: { name: '客服机器人', scopes: ['cases:write'] },
  })
  const program = product.as({ authorization: `Bearer ${secret}` })
  await program(caseWork.addNote, { params: params(), body: { text: '已自动核对订单' } })
  await program(caseWork.answerCustomer, { params: params(), body: { text: '今天到账' } })
  const written = (await show()).messages.slice(-2)
  expect(written.map(({ direction, author }) => [direction, author])).toEqual([
    ['note', '客服机器人'],
    ['out', '客服机器人'],
  ])
})

test('a note is seen by the team and moves nothing', async () => {
  const shown = await agent()(caseWork.addNote, {
    params: params(),
    body: { text: '已催财务' },
  })
  expect(shown.messages.at(-1)).toMatchObject({ direction: 'note', text: '已催财务' })
  expect(shown).toMatchObject({ state: 'open', promise: 'running', firstReplyAt: null })
})

describe('assigning', () => {
  const assign = (body: object) => agent()(caseWork.assignCase, { params: params(), body })

  test('to a member of another team keeps the team; to nobody clears what is said', async () => {
    const team = Object.values(workspace.teams)[0] as string
    const supervisor = workspace.members.supervisor.id
    expect((await assign({ teamId: team })).team?.id).toBe(team)
    const given = await assign({ assigneeId: supervisor })
    expect([given.team?.id, given.assignee?.id]).toEqual([team, supervisor])
    const cleared = await assign({ assigneeId: null })
    expect([cleared.team?.id, cleared.assignee]).toEqual([team, null])
    const before = cleared.happenings.length
    expect((await assign({ assigneeId: null })).happenings).toHaveLength(before)
  })

  test('refuses whom we do not know, whom we know elsewhere, and who has left', async () => {
    expect(await code(assign({ assigneeId: elsewhere.members.agent.id }))).toBe('member_unknown')
    expect(await code(assign({ teamId: Object.values(elsewhere.teams)[0] }))).toBe('team_unknown')
    const left = workspace.members.analyst.id
    await workspace
      .ctx()
      .db.updateTable('members')
      .set({ active: false })
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', left)
      .execute()
    expect(await code(assign({ assigneeId: left }))).toBe('member_inactive')
  })
})

test('a priority set by a member stands, and the same again states nothing', async () => {
  const set = () =>
    agent()(caseWork.prioritiseCase, { params: params(), body: { priority: 'urgent' } })
  const once = await set()
  expect(once.priority).toBe('urgent')
  expect((await set()).happenings).toHaveLength(once.happenings.length)
})

describe('moving', () => {
  const move = (categoryId: string | null) =>
    agent()(caseWork.moveCase, { params: params(), body: { categoryId } })

  test('gives nobody’s case to whom the category belongs, and leaves a given one', async () => {
    const ctx = workspace.ctx()
    const team = Object.values(workspace.teams)[0] as string
    const categoryId = ctx.newId()
    await ctx.db
      .insertInto('categories')
      .values({
        workspace_id: workspace.id,
        id: categoryId,
        entry: 'feedback',
        name: `退款 ${categoryId}`,
        name_en: null,
        template_id: null,
        team_id: team,
        assignee_id: workspace.members.agent.id,
        position: 99,
        archived_at: null,
      })
      .execute()
    const moved = await move(categoryId)
    expect(moved.category?.id ?? categoryId).toBe(categoryId)
    expect([moved.team?.id, moved.assignee?.id]).toEqual([team, workspace.members.agent.id])
    const back = await move(null)
    expect(back.category).toBeNull()
    expect(back.team?.id).toBe(team)
  })

  test('refuses a category we do not have', async () => {
    expect(await code(move(workspace.ctx().newId()))).toBe('category_unknown')
  })
})

describe('closing and reopening', () => {
  test('needs an answer first, tells the customer, and can be undone with a reason', async () => {
    expect(await code(close())).toBe('answer_first')
    await answer()
    const closed = await close()
    expect(closed).toMatchObject({ state: 'closed', resolution: 'solved' })
    expect(closed.messages.at(-1)).toMatchObject({
      direction: 'notice',
      notice: { name: 'closed', values: { resolution: 'solved' } },
    })
    expect(closed.can).toContain('reopen')
    expect(closed.can).not.toContain('answer')
    expect(await code(close())).toBe('case_already_closed')
    const reopened = await agent()(caseWork.reopenCase, {
      params: params(),
      body: { reason: '客户来电' },
    })
    expect(reopened).toMatchObject({ state: 'open', resolution: null, closedAt: null })
    expect(reopened.messages.at(-1)).toMatchObject({ direction: 'note', text: '客户来电' })
    expect(await code(agent()(caseWork.reopenCase, { params: params(), body: {} }))).toBe(
      'case_not_closed',
    )
  })

  test('an old view is refused', async () => {
    const { version } = await show()
    await answer()
    expect(await code(close('solved', { version }))).toBe('case_changed')
    expect((await close('solved', { version: (await show()).version })).state).toBe('closed')
  })
})

test('contact details are masked until revealed, and who looked is kept', async () => {
  const reachable = await aCase().from('梅').reachableAt('mei@example.com').in(workspace)
  const masked = await agent()(contract.showCase, { params: { caseId: reachable.id } })
  expect(JSON.stringify(masked.customer)).not.toContain('mei@example.com')
  const { identities } = await agent()(caseWork.revealCustomer, {
    params: { caseId: reachable.id },
    body: {},
  })
  expect(identities).toEqual([{ kind: 'email', value: 'mei@example.com' }])
  const { happenings } = await agent()(contract.showCase, { params: { caseId: reachable.id } })
  expect(happenings.at(-1)).toMatchObject({
    type: 'case.revealed',
    by: workspace.members.agent.name,
  })
})

describe('two at once', () => {
  test('answers both reach the customer, and the first decides the promise', async () => {
    await Promise.all([answer('一'), answer('二')])
    const shown = await show()
    expect(shown.messages.filter(({ direction }) => direction === 'out')).toHaveLength(2)
    expect(shown).toMatchObject({ state: 'waiting', promise: 'kept' })
  })

  test('closing twice closes once', async () => {
    await answer()
    const codes = await Promise.all([code(close()), code(close()), code(close())])
    expect(codes.filter((one) => one === null)).toHaveLength(1)
    expect(codes.filter((one) => one === 'case_already_closed')).toHaveLength(2)
    const { happenings } = await show()
    expect(happenings.filter(({ type }) => type === 'case.closed')).toHaveLength(1)
  })

  test('closing and answering end in a state that either order explains', async () => {
    await answer()
    const [closing, answering] = await Promise.all([code(close()), code(answer('再补充一句'))])
    const { state, messages } = await show()
    expect(closing).toBeNull()
    expect(state).toBe('closed')
    expect(messages.filter(({ direction }) => direction === 'out')).toHaveLength(
      answering === null ? 2 : 1,
    )
  })
})
