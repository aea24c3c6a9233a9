import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  changeWebhook,
  createWebhook,
  listWebhookDeliveries,
  listWebhooks,
  removeWebhook,
  rotateWebhook,
  testWebhook,
} from '../../../contract/webhooks.ts'
import { schedule } from '../../schedule.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { answerOf, aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { anAlert } from '../radar/testing/an-alert.ts'

let product: Product
let shop: TestWorkspace
let server: Server
let url: string
let answer = 204
const received: { headers: IncomingHttpHeaders; body: string }[] = []

beforeAll(async () => {
  product = await bootProduct()
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterAll(async () => {
  server.close()
  await product.close()
})
beforeEach(async () => {
  product.platform.config.privateWebhooks = 'allowed'
  shop = await aWorkspace(product)
  received.length = 0
  answer = 204
})

const admin = () => product.as(shop.members.admin.headers)
const aWebhook = () => admin()(createWebhook, { body: { url } })
const log = async (webhookId: string) =>
  (await admin()(listWebhookDeliveries, { params: { webhookId } })).items
const minutePasses = async (minutes: number) => {
  product.pass(minutes * 60_000)
  await schedule.find(({ name }) => name === 'waiting-webhooks')?.run(product.platform)
}

function signed(secret: string, of: { headers: IncomingHttpHeaders; body: string }): boolean {
  const [time = '', ...signatures] = String(of.headers['huiyin-signature']).split(',')
  const expected = createHmac('sha256', secret)
    .update(`${time.slice(2)}.${of.body}`)
    .digest('hex')
  return signatures.includes(`v1=${expected}`)
}

describe('a webhook', () => {
  it('receives an alert once, signed, with what the page shows', async () => {
    const { secret } = await aWebhook()
    const alertId = await anAlert(shop.ctx(), [], { watched: 'topic:payment_refund' })
    await product.drain()
    expect(received).toHaveLength(1)
    const [one] = received as [(typeof received)[0]]
    expect(signed(secret, one)).toBe(true)
    expect(signed('whs_other', one)).toBe(false)
    expect(JSON.parse(one.body)).toMatchObject({
      type: 'alert.raised',
      workspace: shop.slug,
      alert: { id: alertId, watched: { by: 'topic', key: 'payment_refund' } },
    })
    expect(one.headers['huiyin-event']).toBe('alert.raised')
  })

  it('that does not take it is tried again, later and later, and given up in the end', async () => {
    const { webhook } = await aWebhook()
    answer = 503
    await anAlert(shop.ctx(), [])
    await product.drain()
    expect(await log(webhook.id)).toMatchObject([
      { state: 'waiting', attempts: 1, status: 503, error: 'refused' },
    ])
    await minutePasses(0)
    expect(received).toHaveLength(1)
    await minutePasses(1)
    expect(received).toHaveLength(2)
    answer = 200
    await minutePasses(5)
    expect(await log(webhook.id)).toMatchObject([{ state: 'sent', attempts: 3, status: 200 }])
    answer = 500
    await anAlert(shop.ctx(), [])
    await product.drain()
    for (let i = 0; i < 8; i++) await minutePasses(721)
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'failed', attempts: 8 })
  })

  it('signs with both secrets for a day after a new one was made', async () => {
    const { webhook, secret } = await aWebhook()
    const { secret: fresh } = await admin()(rotateWebhook, {
      params: { webhookId: webhook.id },
      body: {},
    })
    expect(fresh).not.toBe(secret)
    await admin()(testWebhook, { params: { webhookId: webhook.id }, body: {} })
    await product.drain()
    product.pass(25 * 3_600_000)
    await admin()(testWebhook, { params: { webhookId: webhook.id }, body: {} })
    await product.drain()
    expect(received.map((one) => [signed(secret, one), signed(fresh, one)])).toEqual([
      [true, true],
      [false, true],
    ])
  })

  it('is tested by a button, also while it is off, and then told nothing else', async () => {
    const { webhook } = await aWebhook()
    const params = { webhookId: webhook.id }
    await admin()(changeWebhook, { params, body: { active: false } })
    await anAlert(shop.ctx(), [])
    await admin()(testWebhook, { params, body: {} })
    await product.drain()
    expect(received.map(({ headers }) => headers['huiyin-event'])).toEqual(['webhook.tested'])
    expect((await admin()(listWebhooks)).items[0]?.lastSent?.ok).toBe(true)
  })

  it('reaches no address within the network unless the installation allows it', async () => {
    const { webhook } = await aWebhook()
    product.platform.config.privateWebhooks = 'refused'
    expect(await answerOf(admin()(createWebhook, { body: { url: 'https://10.0.0.8/' } }))).toBe(
      '400 address_private',
    )
    expect(await answerOf(aWebhook())).toBe('400 url_invalid')
    // Made while it was allowed: it is asked again before each sending.
    await admin()(testWebhook, { params: { webhookId: webhook.id }, body: {} })
    await product.drain()
    expect(received).toEqual([])
    expect((await log(webhook.id))[0]?.state).toBe('failed')
  })

  it('that is removed is gone with its log', async () => {
    const { webhook } = await aWebhook()
    const params = { webhookId: webhook.id }
    await admin()(testWebhook, { params, body: {} })
    await product.drain()
    await admin()(removeWebhook, { params })
    expect((await admin()(listWebhooks)).items).toEqual([])
    expect(await answerOf(log(webhook.id))).toBe('404 not_found')
  })
})
