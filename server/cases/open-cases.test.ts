import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveMany } from '../feedback/index.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { applyReadings, caseIdsOfFeedback, casesById } from './index.ts'
import { openCasesOf } from './open-cases.ts'
import { aCase } from './testing.ts'

let product: Product
let workspace: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
})
afterAll(() => product.close())

const caseOf = async (id: string) => {
  const found = (await casesById(workspace.ctx(), [id])).get(id)
  if (!found) throw new Error('no such case')
  return found
}
const eventsOf = async (caseId: string) =>
  (
    await workspace
      .ctx()
      .db.selectFrom('events')
      .select(['type', 'data'])
      .where('workspace_id', '=', workspace.id)
      .where('case_id', '=', caseId)
      .orderBy('id')
      .execute()
  ).map(({ type }) => type)
const messagesOf = (caseId: string) =>
  workspace
    .ctx()
    .db.selectFrom('messages')
    .select(['direction', 'text', 'notice'])
    .where('workspace_id', '=', workspace.id)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()

describe('the situation', () => {
  test('stands on the case as far as it was told', async () => {
    const { id } = await aCase()
      .telling({ version: 'v3.2.1', system: '安卓 14', region: '广东省', amount: '39.9元' })
      .in(workspace)
    expect(await caseOf(id)).toMatchObject({
      ...{ app_version: '3.2.1', platform: 'Android', region: '广东', amount: 39.9 },
      ...{ device: null, order_no: null },
    })
  })
})

describe('what a guest says', () => {
  test('opens a case with its number, masked title, promise and an acknowledgement', async () => {
    const opened = await aCase().from('梅').saying('电话 13812345678，退款没到账').in(workspace)
    const found = await caseOf(opened.id)
    expect(found).toMatchObject({
      number: opened.number,
      state: 'open',
      promise: 'running',
      version: 1,
    })
    expect(found.title).toContain('退款没到账')
    expect(found.title).not.toContain('13812345678')
    const [notice, ...others] = await messagesOf(opened.id)
    expect(others).toEqual([])
    expect(notice).toMatchObject({ direction: 'notice', notice: { name: 'received' } })
    expect(notice?.text).toContain(`HY-${opened.number}`)
    expect(await eventsOf(opened.id)).toEqual(['case.opened'])
  })

  test('is opened once, however often and from however many sides it is tried', async () => {
    const ctx = workspace.ctx()
    const outcomes = await receiveMany(ctx, {
      channelId: ctx.newId(),
      channelKind: 'portal',
      items: Array.from({ length: 20 }, (_, n) => ({ entry: 'feedback', text: `第 ${n} 条` })),
    })
    const ids = outcomes.map((outcome) => ('feedbackId' in outcome ? outcome.feedbackId : ''))
    await Promise.all([openCasesOf(ctx, ids), openCasesOf(ctx, ids), openCasesOf(ctx, ids)])
    await openCasesOf(ctx, [...ids].reverse())
    expect((await caseIdsOfFeedback(ctx, ids)).size).toBe(20)
    for (const id of ids) {
      expect(await eventsOf(id)).toEqual(['case.opened'])
      expect(await messagesOf(id)).toHaveLength(1)
    }
  })

  test('never joins another case, even under the same typed address', async () => {
    const first = await aCase().reachableAt('a@example.com').in(workspace)
    const second = await aCase().reachableAt('a@example.com').in(workspace)
    expect(second.id).not.toBe(first.id)
    expect((await caseOf(second.id)).customer_id).not.toBe((await caseOf(first.id)).customer_id)
  })
})

describe('what the text means', () => {
  const pressing = '钱被盗刷了，账户里的钱一直在被转走，请立刻冻结账户，非常紧急！'

  test('stands on the case from the start, and makes it as pressing as it is', async () => {
    const complaint = await aCase().as('complaint').saying('你们的服务').in(workspace)
    expect((await caseOf(complaint.id)).priority).toBe('high')
    const found = await caseOf((await aCase().saying(pressing).in(workspace)).id)
    expect(found.kind).not.toBeNull()
    expect(found.priority).toBe(found.urgency === 'critical' ? 'urgent' : 'high')
    await product.drain()
    expect(await eventsOf(found.id)).not.toContain('case.read')
  })

  test('follows when it comes later, from either side, once, and never against a decision', async () => {
    const ctx = workspace.ctx()
    const [one, other] = [
      await aCase().saying(pressing).in(workspace),
      await aCase().saying(pressing).in(workspace),
    ]
    const unread = { kind: null, sentiment: null, urgency: null, risks: [] }
    const forget = (id: string, priority: { priority: 'low'; priority_decided: boolean }) =>
      ctx.db
        .updateTable('cases')
        .set({ ...unread, ...priority })
        .where('workspace_id', '=', workspace.id)
        .where('id', '=', id)
        .execute()
    await forget(one.id, { priority: 'low', priority_decided: false })
    await forget(other.id, { priority: 'low', priority_decided: true })
    const event = (type: 'feedback.read' | 'case.opened', id: string) => ({
      id: ctx.newId(),
      type,
      caseId: null,
      data: { caseId: id, feedbackId: id },
      actor: { kind: 'system' as const, id: null, name: null },
      at: ctx.now(),
    })
    await applyReadings.run(ctx, [event('feedback.read', one.id), event('case.opened', other.id)])
    await applyReadings.run(ctx, [event('case.opened', one.id), event('feedback.read', other.id)])
    expect((await caseOf(one.id)).kind).not.toBeNull()
    expect(['high', 'urgent']).toContain((await caseOf(one.id)).priority)
    expect((await caseOf(other.id)).priority).toBe('low')
    expect((await eventsOf(one.id)).filter((type) => type === 'case.read')).toHaveLength(1)
    expect((await eventsOf(other.id)).filter((type) => type === 'case.read')).toHaveLength(1)
  })
})

describe('history', () => {
  test('arrives closed, with nothing owed, nothing said and nobody told', async () => {
    const saidAt = new Date('2024-05-01T03:00:00Z')
    const ctx = workspace.ctx()
    const past = await aCase().saidAt(saidAt).asHistory().importedBy(ctx.newId()).in(workspace)
    const found = await caseOf(past.id)
    expect(found).toMatchObject({ state: 'closed', resolution: 'explained', promise: 'void' })
    expect(found.opened_at).toEqual(saidAt)
    expect(found.closed_at).toEqual(saidAt)
    expect(await messagesOf(past.id)).toEqual([])
    expect(await eventsOf(past.id)).toEqual(['case.opened'])
  })
})

describe('what a customer we surely know says', () => {
  test('joins the case they have open in the same category; their number leads there', async () => {
    const first = await aCase().knownAs('u-1').saying('打不开').in(workspace)
    const second = await aCase().knownAs('u-1').saying('还是打不开，换手机也不行').in(workspace)
    expect(second.id).toBe(first.id)
    expect(second.number).not.toBe(first.number)
    const messages = await messagesOf(first.id)
    expect(messages.map(({ direction }) => direction)).toEqual(['notice', 'in', 'notice'])
    expect(messages[1]?.text).toBe('还是打不开，换手机也不行')
    expect(await eventsOf(first.id)).toEqual(['case.opened', 'case.added'])
    await openCasesOf(workspace.ctx(), [second.feedbackId])
    expect(await messagesOf(first.id)).toHaveLength(3)
  })

  test('opens another when the first is closed, older than a month, or of another category', async () => {
    const ctx = workspace.ctx()
    const category = (
      await ctx.db
        .selectFrom('categories')
        .select('id')
        .where('workspace_id', '=', workspace.id)
        .execute()
    )[0]
    const old = await aCase().knownAs('u-2').saidAt(new Date('2026-02-01T00:00:00Z')).in(workspace)
    const later = await aCase().knownAs('u-2').in(workspace)
    expect(later.id).not.toBe(old.id)
    if (category) {
      const other = await aCase().knownAs('u-2').about(category.id).in(workspace)
      expect(other.id).not.toBe(later.id)
    }
  })

  test('opens one case when it arrives twice in one batch or in two at once', async () => {
    const ctx = workspace.ctx()
    const item = { entry: 'feedback', text: '打不开', author: { external: 'u-3' } } as const
    const outcomes = await receiveMany(ctx, {
      channelId: ctx.newId(),
      channelKind: 'api',
      items: [item, item, item, item],
    })
    const ids = outcomes.map((outcome) => ('feedbackId' in outcome ? outcome.feedbackId : ''))
    await Promise.all([openCasesOf(ctx, ids.slice(0, 2)), openCasesOf(ctx, ids.slice(2))])
    expect(new Set((await caseIdsOfFeedback(ctx, ids)).values()).size).toBe(1)
  })

  test('never joins from a sheet: rows in are cases', async () => {
    const importId = workspace.ctx().newId()
    const first = await aCase().knownAs('u-4').importedBy(importId).in(workspace)
    const second = await aCase().knownAs('u-4').importedBy(importId).in(workspace)
    expect(second.id).not.toBe(first.id)
    expect((await caseOf(second.id)).customer_id).toBe((await caseOf(first.id)).customer_id)
  })
})
