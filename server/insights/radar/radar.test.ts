import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countListed, listCases } from '../../../contract/cases.ts'
import {
  acknowledgeAlert,
  changeRadarSettings,
  countAlerts,
  dismissAlert,
  forgetLift,
  linkAlert,
  listAlerts,
  readRadar,
  restoreAlert,
  showAlert,
  snoozeAlert,
} from '../../../contract/radar.ts'
import { schedule } from '../../schedule.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { answerOf, aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { anAlert } from './testing/an-alert.ts'
import { type Burst, casesOver } from './testing/cases-over.ts'

const hour = 3_600_000
const day = 24 * hour

let product: Product
beforeAll(async () => {
  product = await bootProduct()
})
afterAll(() => product.close())

const lookNow = async () => {
  await schedule.find(({ name }) => name === 'spikes')?.run(product.platform)
  await product.drain()
}
const as = (shop: TestWorkspace) => product.as(shop.members.agent.headers)

/** Six quiet weeks, one case every four hours, then what is given. */
async function quietWeeks(shop: TestWorkspace, ...bursts: Burst[]): Promise<string[]> {
  const now = product.platform.now().getTime()
  const quiet = Array.from({ length: 42 * 6 }, (_, i) => ({
    from: now - 42 * day + i * 4 * hour + hour,
    cases: 1,
    text: '快递还没有到，请看一下',
    context: { version: i % 3 === 0 ? '3.2.0' : '3.1.3', system: 'iOS 17.5' },
  }))
  return casesOver(product, shop, [...quiet, ...bursts])
}

const burst = (minutesAgo: number, cases: number, more: Partial<Burst> = {}): Burst => ({
  from: product.platform.now().getTime() - minutesAgo * 60_000,
  overMs: minutesAgo * 60_000 - 1000,
  cases,
  text: '付款一直转圈，点了支付没有反应',
  context: { version: '3.2.1', system: 'Android 14', region: '广东', amount: 99.5 },
  ...more,
})

describe('the radar', () => {
  it('says nothing on quiet weeks, and tells from when on it can', async () => {
    const shop = await aWorkspace(product)
    expect(await as(shop)(readRadar)).toMatchObject({ historyFrom: null, warnsFrom: null })
    await quietWeeks(shop)
    await lookNow()
    const radar = await as(shop)(readRadar)
    expect(radar.alerts).toEqual([])
    expect(Date.parse(radar.warnsFrom ?? '')).toBeLessThan(product.platform.now().getTime())
    expect(radar.watching.find(({ watched }) => watched.by === 'all')?.cases).toBe(6)
  })

  it('raises one alert for what many series show, with cause, customers, money and new words', async () => {
    const shop = await aWorkspace(product)
    await quietWeeks(shop, burst(25, 18))
    await lookNow()
    const [alert, ...others] = (await as(shop)(readRadar)).alerts
    expect(others).toEqual([])
    expect(alert).toMatchObject({
      state: 'raised',
      cases: 18,
      customers: 18,
      orders: 18,
      amount: 18 * 9950,
      can: ['acknowledge', 'snooze', 'dismiss', 'link'],
    })
    expect(alert?.watched.by).toBe('topic')
    expect(alert?.cause?.traits).toEqual(
      expect.arrayContaining([{ name: 'version', value: '3.2.1' }]),
    )
    expect(alert?.cause?.share).toBe(1)
    expect(alert?.words.map(({ word }) => word).join(' ')).toContain('转圈')
    // Every number opens the list that it counts.
    const { count } = await as(shop)(countListed, { query: alert?.behind ?? {} })
    expect(count).toBe(18)
    const detail = await as(shop)(showAlert, { params: { alertId: alert?.id ?? '' } })
    expect(detail.cells).toHaveLength(1)
    expect(detail.cells[0]).toMatchObject({ version: '3.2.1', platform: 'Android', cases: 18 })
    expect(detail.curve.points.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(
      18,
    )
    const listed = await as(shop)(listCases, { query: detail.cells[0]?.behind ?? {} })
    expect(listed.items).toHaveLength(18)
  })

  it('leaves alone what fewer than five customers say, however often', async () => {
    const shop = await aWorkspace(product)
    await quietWeeks(shop, burst(25, 18, { customers: 4 }))
    await lookNow()
    expect((await as(shop)(readRadar)).alerts).toEqual([])
  })

  it('does not take a sheet of old rows, brought in at once, for a spike', async () => {
    const shop = await aWorkspace(product)
    await quietWeeks(shop, burst(0, 40, { overMs: 0, importId: shop.ctx().newId() }))
    await lookNow()
    expect((await as(shop)(readRadar)).alerts).toEqual([])
  })

  it('grows while it goes on, is over when it has been quiet, and goes on when it comes again soon', async () => {
    const shop = await aWorkspace(product)
    await quietWeeks(shop, burst(25, 18))
    await lookNow()
    await casesOver(product, shop, [burst(4, 7)])
    product.pass(5 * 60_000)
    await lookNow()
    const [grown] = (await as(shop)(readRadar)).alerts
    expect(grown?.cases).toBe(25)
    product.pass(3.5 * hour)
    await lookNow()
    expect((await as(shop)(readRadar)).alerts).toEqual([])
    const past = await as(shop)(listAlerts, { query: { state: 'past' } })
    expect(past.items.map(({ state }) => state)).toEqual(['over'])
    await casesOver(product, shop, [burst(9, 12)])
    await lookNow()
    const again = (await as(shop)(readRadar)).alerts
    expect(again.map(({ id }) => id)).toEqual([grown?.id])
  })
})

describe('an alert', () => {
  it('is acknowledged, put off, dismissed and taken up again; what it taught is seen and taken back', async () => {
    const shop = await aWorkspace(product)
    const [caseId = ''] = await casesOver(product, shop, [burst(5, 1)])
    const alertId = await anAlert(shop.ctx(), [caseId], { watched: 'topic:payment_refund' })
    const params = { alertId }
    expect(await as(shop)(countAlerts)).toEqual({ raised: 1 })
    expect(await as(shop)(acknowledgeAlert, { params, body: {} })).toMatchObject({
      state: 'acknowledged',
      decidedBy: { name: '周办' },
    })
    expect(await answerOf(as(shop)(acknowledgeAlert, { params, body: {} }))).toBe('409 alert_over')
    // 2026-03-06 is a Friday; Monday at eight in Shanghai is midnight in UTC.
    const snoozed = await as(shop)(snoozeAlert, { params, body: { until: 'monday' } })
    expect(snoozed.snoozedUntil).toBe('2026-03-09T00:00:00.000Z')
    expect((await as(shop)(readRadar)).lifts).toHaveLength(1)
    await as(shop)(restoreAlert, { params, body: {} })
    expect((await as(shop)(readRadar)).lifts).toEqual([])
    await as(shop)(dismissAlert, { params, body: {} })
    const { lifts } = await as(shop)(readRadar)
    expect(lifts).toMatchObject([{ series: 'topic:payment_refund', by: { name: '周办' } }])
    expect(lifts[0]?.times).toBeGreaterThan(3)
    await as(shop)(forgetLift, { params: { series: 'topic:payment_refund' } })
    expect((await as(shop)(readRadar)).lifts).toEqual([])
  })

  it('wakes when its snooze has run out', async () => {
    const shop = await aWorkspace(product)
    const alertId = await anAlert(shop.ctx(), [])
    await as(shop)(snoozeAlert, { params: { alertId }, body: { until: 'hour' } })
    product.pass(hour + 60_000)
    await lookNow()
    expect((await as(shop)(readRadar)).alerts[0]?.state).toBe('raised')
  })

  it('gives its cases to a problem', async () => {
    const shop = await aWorkspace(product)
    const caseIds = await casesOver(product, shop, [burst(5, 3)])
    const alertId = await anAlert(shop.ctx(), caseIds)
    const linked = await as(shop)(linkAlert, { params: { alertId }, body: { title: '支付转圈' } })
    expect(linked.problem).toMatchObject({ number: 1, title: '支付转圈' })
    const { items } = await as(shop)(listCases, { query: { problem: linked.problem?.id ?? '' } })
    expect(items.map(({ id }) => id).sort()).toEqual([...caseIds].sort())
  })

  it('reaches those who want mail, once, and nobody else', async () => {
    const shop = await aWorkspace(product)
    await product.as(shop.members.owner.headers)(changeRadarSettings, {
      body: { active: true, leastCustomers: 5, recipientIds: [shop.members.supervisor.id] },
    })
    await product.drain()
    const before = product.outbox.length
    const alertId = await anAlert(shop.ctx(), [], { watched: 'topic:payment_refund' })
    await product.drain()
    await shop.ctx().write(async (tx) => void tx.record('alert.raised', { alertId }))
    await product.drain()
    const mails = product.outbox.slice(before)
    expect(mails.map(({ to }) => to)).toEqual([shop.members.supervisor.email])
    expect(mails[0]?.subject).toBe('突增：支付退款 1 小时内 20 件（平时约 2 件）')
  })
})

describe('what people dismissed', () => {
  it('does not come back at the same height, and does when it doubles', async () => {
    const shop = await aWorkspace(product)
    await quietWeeks(shop, burst(25, 18))
    await lookNow()
    const [alert] = (await as(shop)(readRadar)).alerts
    await as(shop)(dismissAlert, { params: { alertId: alert?.id ?? '' }, body: {} })
    await casesOver(product, shop, [burst(3, 2)])
    product.pass(5 * 60_000)
    await lookNow()
    expect((await as(shop)(readRadar)).alerts).toEqual([])
    await casesOver(product, shop, [burst(9, 60)])
    await lookNow()
    expect((await as(shop)(readRadar)).alerts.map(({ id }) => id)).toEqual([alert?.id])
  })
})
