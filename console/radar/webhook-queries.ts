import { useQuery } from '@tanstack/react-query'
import type { CallOf } from '../../contract/endpoint.ts'
import {
  changeWebhook,
  createWebhook,
  listWebhookDeliveries,
  listWebhooks,
  removeWebhook,
  rotateWebhook,
  testWebhook,
} from '../../contract/webhooks.ts'
import { call } from '../api.ts'
import { useChange } from '../workspaces/queries.ts'

export function useWebhooks() {
  return useQuery({
    queryKey: ['webhooks', 'list'],
    queryFn: () => call(listWebhooks),
    select: ({ items }) => items,
  })
}

export function useWebhookDeliveries(webhookId: string) {
  return useQuery({
    queryKey: ['webhooks', webhookId],
    queryFn: () => call(listWebhookDeliveries, { params: { webhookId } }),
    select: ({ items }) => items,
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'waiting') ? 3000 : 30_000,
  })
}

export const useCreateWebhook = () =>
  useChange(['webhooks'], (body: CallOf<typeof createWebhook>['body']) =>
    call(createWebhook, { body }),
  )

export const useChangeWebhook = () =>
  useChange(['webhooks'], (input: CallOf<typeof changeWebhook>) => call(changeWebhook, input))

export const useRotateWebhook = () =>
  useChange(['webhooks'], (webhookId: string) =>
    call(rotateWebhook, { params: { webhookId }, body: {} }),
  )

export const useTestWebhook = () =>
  useChange(['webhooks'], (webhookId: string) =>
    call(testWebhook, { params: { webhookId }, body: {} }),
  )

export const useRemoveWebhook = () =>
  useChange(['webhooks'], (webhookId: string) => call(removeWebhook, { params: { webhookId } }))
