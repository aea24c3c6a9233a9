import type { InputOf } from '../../contract/endpoint.ts'
import type { revokeKey as endpoint } from '../../contract/members.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import type { Access } from './access.ts'

/** A key stops working: here at once, in other processes within seconds. */
export async function revokeKey(
  ctx: Ctx,
  { keyId }: InputOf<typeof endpoint>,
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
