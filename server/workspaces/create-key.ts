import type { InputOf } from '../../contract/endpoint.ts'
import type { createKey as endpoint, KeyView } from '../../contract/members.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newPlacedSecret, secretHash, startOf } from './placed-secret.ts'

/** A program gets a key; its secret is shown this once and kept nowhere. */
export async function createKey(
  ctx: Ctx,
  { name, scopes }: InputOf<typeof endpoint>,
): Promise<{ key: KeyView; secret: string }> {
  const made = newPlacedSecret('hyk', ctx.workspaceId, ctx.newId())
  const key = {
    name,
    start: startOf(made.written),
    scopes: [...new Set(scopes)],
    created_at: ctx.now(),
  }
  await ctx.write(async (tx) => {
    await tx.db
      .insertInto('api_keys')
      .values({
        workspace_id: tx.workspaceId,
        id: made.id,
        ...key,
        secret_hash: secretHash(made.secret),
        created_by: tx.actor.id as string,
        last_used_at: null,
        revoked_at: null,
      })
      .execute()
    tx.record('key.created', { keyId: made.id })
  })
  return {
    key: {
      id: made.id,
      name,
      start: key.start,
      scopes: key.scopes,
      createdBy: ctx.actor.name ?? '',
      creatorActive: true,
      createdAt: key.created_at.toISOString(),
      lastUsedAt: null,
    },
    secret: made.written,
  }
}
