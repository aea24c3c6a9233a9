import type { InputOf } from '../../contract/endpoint.ts'
import type {
  createKey as createEndpoint,
  KeyView,
  revokeKey as revokeEndpoint,
} from '../../contract/workspaces.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import type { Access } from './access.ts'
import { newPlacedSecret, secretHash, startOf } from './placed-secret.ts'

/** API keys in force, newest first. */
export async function listKeys(ctx: Ctx): Promise<{ items: KeyView[] }> {
  const rows = await ctx.db
    .selectFrom('api_keys as k')
    .innerJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'k.workspace_id').onRef('m.id', '=', 'k.created_by'),
    )
    .selectAll('k')
    .select('m.name as creator')
    .where('k.workspace_id', '=', ctx.workspaceId)
    .where('k.revoked_at', 'is', null)
    .orderBy('k.id', 'desc')
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      start: row.start,
      scopes: row.scopes,
      createdBy: row.creator,
      createdAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    })),
  }
}

/** A program gets a key; its secret is shown this once and kept nowhere. */
export async function createKey(
  ctx: Ctx,
  { name, scopes }: InputOf<typeof createEndpoint>,
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
      createdAt: key.created_at.toISOString(),
      lastUsedAt: null,
    },
    secret: made.written,
  }
}

/** A key stops working: here at once, in other processes within seconds. */
export async function revokeKey(
  ctx: Ctx,
  { keyId }: InputOf<typeof revokeEndpoint>,
  access: Access,
): Promise<Record<never, never>> {
  await ctx.write(async (tx) => {
    const row = await tx.db
      .updateTable('api_keys')
      .set({ revoked_at: tx.now() })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', keyId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new NotFound()
    tx.record('key.revoked', { keyId })
  })
  access.forgetKey(keyId)
  return {}
}
