/**
 * `Idempotency-Key` on creates: the same key with the same request gets the first reply again, with
 * another request a refusal. Keys belong to the caller and are kept for a day.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../ctx.ts'
import { json } from '../db/database.ts'
import { Conflict, Invalid } from '../errors.ts'
import { sha256 } from '../ids.ts'
import type { Binding } from './bind.ts'

const longestKey = 200
/** A first request that has not finished by then is taken for dead. */
const givenUpMs = 60_000

export async function replayOrRun(
  ctx: Ctx,
  { endpoint, showsSecret }: Binding,
  header: string | string[],
  request: FastifyRequest,
  reply: FastifyReply,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const given = Array.isArray(header) ? header.join(',') : header
  if (given.length === 0 || given.length > longestKey) throw new Invalid('idempotency_key_invalid')
  const key = sha256(`${ctx.actor.kind} ${ctx.actor.id} ${given}`)
  const hash = sha256(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
  const status = endpoint.status ?? 200

  if (!(await claim(ctx, key, endpoint.id, hash))) {
    const found = await ctx.db
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'reply', 'status'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('key', '=', key)
      .executeTakeFirst()
    if (found && found.request_hash !== hash) throw new Conflict('idempotency_key_reused')
    if (found?.status == null) throw new Conflict('idempotency_key_in_use')
    if (found.reply === null) throw new Conflict('already_created')
    return reply.status(found.status).header('idempotent-replay', 'true').send(found.reply)
  }
  try {
    const answer = await run()
    await ctx.db
      .updateTable('idempotency_keys')
      .set({ reply: showsSecret ? null : json(answer), status })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('key', '=', key)
      .execute()
    return reply.status(status).send(answer)
  } catch (error) {
    // Nothing was created: the key is free again.
    await ctx.db
      .deleteFrom('idempotency_keys')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('key', '=', key)
      .execute()
    throw error
  }
}

/** True when this request is the first with the key. */
async function claim(ctx: Ctx, key: string, endpointId: string, hash: string): Promise<boolean> {
  const now = ctx.now()
  const row = await ctx.db
    .insertInto('idempotency_keys')
    .values({
      workspace_id: ctx.workspaceId,
      key,
      endpoint: endpointId,
      request_hash: hash,
      reply: null,
      status: null,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'key'])
        .doUpdateSet({ created_at: now })
        .where('idempotency_keys.status', 'is', null)
        .where('idempotency_keys.request_hash', '=', hash)
        .where('idempotency_keys.created_at', '<', new Date(now.getTime() - givenUpMs)),
    )
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}
