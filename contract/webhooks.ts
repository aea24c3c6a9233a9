/** Webhooks: alerts sent to a system of the operator's own, signed, tried again, with a log. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Moment, Nothing } from './values.ts'

/** What is sent; `webhook.tested` when somebody presses the button. */
export const webhookTypes = [
  'alert.raised',
  'alert.acknowledged',
  'alert.dismissed',
  'alert.ended',
  'webhook.tested',
] as const
export const WebhookType = z.enum(webhookTypes)
export type WebhookType = z.infer<typeof WebhookType>

export const WebhookView = z.object({
  id: Id,
  url: z.string(),
  active: z.boolean(),
  /** Until then both the old secret and the new one sign; null: there is only one. */
  oldSecretUntil: Moment.nullable(),
  createdAt: Moment,
  lastSent: z.object({ at: Moment, ok: z.boolean() }).nullable(),
})
export type WebhookView = z.infer<typeof WebhookView>

export const WebhookDelivery = z.object({
  id: Id,
  type: WebhookType,
  /** waiting: tried again at `nextTryAt` · sent · failed: given up */
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.number().int(),
  /** HTTP status of the last try; null when there was no reply. */
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  at: Moment,
  nextTryAt: Moment.nullable(),
})
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

const manage = { audience: 'member', permission: 'webhooks.manage' } as const
const params = z.object({ webhookId: Id })
const Url = z.string().max(500)
/** `address_private`: an address within a network, which this installation does not send to. */
const errors = ['url_invalid', 'address_private'] as const
/** The secret is shown once; it signs `<t>.<body>` by HMAC-SHA256, in hex, as `t=…,v1=…`. */
const WithSecret = z.object({ webhook: WebhookView, secret: z.string() })

export const listWebhooks = endpoint({
  ...manage,
  id: 'webhooks.list',
  method: 'GET',
  path: '/api/v1/webhooks',
  summary: 'Where alerts are sent to',
  reply: z.object({ items: z.array(WebhookView) }),
})

export const createWebhook = endpoint({
  ...manage,
  id: 'webhooks.create',
  method: 'POST',
  path: '/api/v1/webhooks',
  summary: 'Send alerts to an address',
  body: z.strictObject({ url: Url }),
  reply: WithSecret,
  status: 201,
  errors: [...errors, 'too_many_webhooks'],
})

export const changeWebhook = endpoint({
  ...manage,
  id: 'webhooks.change',
  method: 'PATCH',
  path: '/api/v1/webhooks/:webhookId',
  summary: 'Another address, or no longer for now',
  params,
  body: z.strictObject({ url: Url.optional(), active: z.boolean().optional() }),
  reply: WebhookView,
  errors,
})

export const rotateWebhook = endpoint({
  ...manage,
  id: 'webhooks.rotate',
  method: 'POST',
  path: '/api/v1/webhooks/:webhookId/rotate',
  summary: 'A new secret; for a day the old one signs as well',
  params,
  body: z.strictObject({}),
  reply: WithSecret,
})

export const testWebhook = endpoint({
  ...manage,
  id: 'webhooks.test',
  method: 'POST',
  path: '/api/v1/webhooks/:webhookId/test',
  summary: 'Send a test now; the log says how it went',
  params,
  body: z.strictObject({}),
  reply: Nothing,
})

export const removeWebhook = endpoint({
  ...manage,
  id: 'webhooks.remove',
  method: 'DELETE',
  path: '/api/v1/webhooks/:webhookId',
  summary: 'Send nothing there any more',
  params,
  reply: Nothing,
})

export const listWebhookDeliveries = endpoint({
  ...manage,
  id: 'webhooks.listDeliveries',
  method: 'GET',
  path: '/api/v1/webhooks/:webhookId/deliveries',
  summary: 'What was sent lately, and how it went',
  params,
  reply: z.object({ items: z.array(WebhookDelivery) }),
})
