import type { InputOf } from '../../contract/endpoint.ts'
import type { revokeInvitation as endpoint } from '../../contract/members.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'

/** An invitation is withdrawn; its link leads nowhere from now on. */
export async function revokeInvitation(
  ctx: Ctx,
  { invitationId }: InputOf<typeof endpoint>,
): Promise<Record<never, never>> {
  await ctx.write(async (tx) => {
    const row = await tx.db
      .updateTable('invitations')
      .set({ revoked_at: tx.now() })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', invitationId)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new NotFound()
    tx.record('settings.changed', { what: 'invitations' })
  })
  return {}
}
