/** An admin says where alerts are sent to. */
import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type {
  changeWebhook as changeEndpoint,
  createWebhook as createEndpoint,
  listWebhooks as listEndpoint,
  removeWebhook as removeEndpoint,
  rotateWebhook as rotateEndpoint,
  testWebhook as testEndpoint,
} from '../../../contract/webhooks.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Conflict } from '../../platform/errors.ts'
import { secretOf } from './sign.ts'
import { holdWebhook, presentWebhook, presentWebhooks, refuseUrl } from './webhook.ts'

const mostWebhooks = 10

export async function listWebhooks(ctx: Ctx): Promise<ReplyOf<typeof listEndpoint>> {
  return { items: await presentWebhooks(ctx) }
}

export async function createWebhook(
  ctx: Ctx,
  { url }: InputOf<typeof createEndpoint>,
): Promise<ReplyOf<typeof createEndpoint>> {
  refuseUrl(ctx, url)
  if ((await presentWebhooks(ctx)).length >= mostWebhooks) throw new Conflict('too_many_webhooks')
  const row = {
    workspace_id: ctx.workspaceId,
    id: ctx.newId(),
    url,
    active: true,
    secret_round: 1,
    rotated_at: null,
    created_by: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    created_at: ctx.now(),
  }
  await ctx.write(async (tx) => {
    await tx.db.insertInto('webhooks').values(row).execute()
    tx.record('webhook.created', { webhookId: row.id })
  })
  return { webhook: await presentWebhook(ctx, row.id), secret: secretOf(ctx.secret, row) }
}

export async function changeWebhook(
  ctx: Ctx,
  { webhookId, url, active }: InputOf<typeof changeEndpoint>,
): Promise<ReplyOf<typeof changeEndpoint>> {
  if (url !== undefined) refuseUrl(ctx, url)
  await ctx.write(async (tx) => {
    const held = await holdWebhook(tx, webhookId)
    await tx.db
      .updateTable('webhooks')
      .set({ url: url ?? held.url, active: active ?? held.active })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', held.id)
      .execute()
    tx.record('webhook.changed', { webhookId })
  })
  return presentWebhook(ctx, webhookId)
}

/** A new secret; for a day the old one signs as well, so that nothing is missed meanwhile. */
export async function rotateWebhook(
  ctx: Ctx,
  { webhookId }: InputOf<typeof rotateEndpoint>,
): Promise<ReplyOf<typeof rotateEndpoint>> {
  const secret = await ctx.write(async (tx) => {
    const held = await holdWebhook(tx, webhookId)
    const change = { secret_round: held.secret_round + 1, rotated_at: tx.now() }
    await tx.db
      .updateTable('webhooks')
      .set(change)
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', held.id)
      .execute()
    tx.record('webhook.changed', { webhookId })
    return secretOf(tx.secret, { ...held, ...change })
  })
  return { webhook: await presentWebhook(ctx, webhookId), secret }
}

export async function testWebhook(
  ctx: Ctx,
  { webhookId }: InputOf<typeof testEndpoint>,
): Promise<ReplyOf<typeof testEndpoint>> {
  await ctx.write(async (tx) => {
    await holdWebhook(tx, webhookId)
    tx.record('webhook.tested', { webhookId })
  })
  return {}
}

export async function removeWebhook(
  ctx: Ctx,
  { webhookId }: InputOf<typeof removeEndpoint>,
): Promise<ReplyOf<typeof removeEndpoint>> {
  await ctx.write(async (tx) => {
    const held = await holdWebhook(tx, webhookId)
    for (const [table, column] of [
      ['webhook_deliveries', 'webhook_id'],
      ['webhooks', 'id'],
    ] as const)
      await tx.db
        .deleteFrom(table)
        .where('workspace_id', '=', tx.workspaceId)
        .where(column as 'id', '=', held.id)
        .execute()
    tx.record('webhook.removed', { webhookId })
  })
  return {}
}
