import type { InvitationView } from '../../contract/members.ts'
import type { Ctx } from '../platform/ctx.ts'

/** Invitations that can still be accepted, newest first. */
export async function listInvitations(ctx: Ctx): Promise<{ items: InvitationView[] }> {
  const rows = await ctx.db
    .selectFrom('invitations as i')
    .innerJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.id', '=', 'i.invited_by'),
    )
    .select(['i.id', 'i.role', 'i.email', 'i.created_at', 'i.expires_at', 'm.name as inviter'])
    .where('i.workspace_id', '=', ctx.workspaceId)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', ctx.now())
    .orderBy('i.id', 'desc')
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      role: row.role,
      email: row.email,
      invitedBy: row.inviter,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    })),
  }
}
