import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveMany } from '../feedback/index.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { presentReading, readFeedback, readingsOf, readTexts } from './index.ts'

let product: Product
let workspace: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
})
afterAll(() => product.close())

async function said(...texts: string[]): Promise<string[]> {
  const ctx = workspace.ctx()
  const outcomes = await receiveMany(ctx, {
    channelId: ctx.newId(),
    channelKind: 'api',
    items: texts.map((text) => ({ entry: 'feedback' as const, text })),
  })
  return outcomes.map((outcome) => ('feedbackId' in outcome ? outcome.feedbackId : ''))
}

const asEvents = (ids: string[]) =>
  ids.map((feedbackId) => ({
    id: workspace.ctx().newId(),
    type: 'feedback.received' as const,
    caseId: null,
    data: { feedbackId },
    actor: { kind: 'system' as const, id: null, name: null },
    at: product.platform.now(),
  }))

const statedReadings = () =>
  workspace
    .ctx()
    .db.selectFrom('events')
    .select('data')
    .where('workspace_id', '=', workspace.id)
    .where('type', '=', 'feedback.read')
    .execute()

describe('feedback that arrived', () => {
  test('is read once, however often the reaction runs, and from several sides at a time', async () => {
    const ctx = workspace.ctx()
    const ids = await said('支付失败，页面一直转圈，请尽快处理', '客服态度很好，谢谢')
    await Promise.all([readFeedback.run(ctx, asEvents(ids)), readFeedback.run(ctx, asEvents(ids))])
    await readFeedback.run(ctx, asEvents(ids))

    const readings = await readingsOf(ctx, ids)
    expect(readings.size).toBe(2)
    const praise = presentReading(readings.get(ids[1] as string) as never, [])
    expect(praise.kind.label).toBe('praise')
    expect(praise.sentiment.label).toBe('positive')
    expect(JSON.stringify(praise)).not.toContain('personalData')
    expect(await statedReadings()).toHaveLength(2)
  })

  test('that is gone meanwhile is left out', async () => {
    const before = (await statedReadings()).length
    const [gone, there] = [workspace.ctx().newId(), ...(await said('发票抬头开错了'))]
    await readFeedback.run(workspace.ctx(), asEvents([gone, there as string]))
    expect([...(await readingsOf(workspace.ctx(), [gone, there as string])).keys()]).toEqual([
      there,
    ])
    expect(await statedReadings()).toHaveLength(before + 1)
  })
})

test('texts are read in their order, on a thread that leaves this one free', async () => {
  const texts = Array.from({ length: 400 }, (_, n) => `第 ${n} 条：退款一直没有到账`)
  let turns = 0
  const ticking = setInterval(() => turns++, 1)
  const readings = await readTexts(texts)
  clearInterval(ticking)
  expect(readings).toHaveLength(texts.length)
  expect(readings.every(({ model }) => model.length > 0)).toBe(true)
  expect(turns).toBeGreaterThan(5)
})
