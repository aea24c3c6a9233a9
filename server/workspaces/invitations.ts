import type { InputOf } from '../../contract/endpoint.ts'
import type {
  InvitationView,
  invite as inviteEndpoint,
  revokeInvitation as revokeEndpoint,
} from '../../contract/workspaces.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { mayGive } from './member.ts'
import { newPlacedSecret, secretHash } from './placed-secret.ts'

const validDays = 7

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

/** Someone is invited by a link, good for a week and for one person; `origin` is where it leads. */
export async function invite(
  ctx: Ctx,
  { role, email }: InputOf<typeof inviteEndpoint>,
  origin: string,
): Promise<{ invitation: InvitationView; link: string }> {
  mayGive(ctx.actor, role)
  const made = newPlacedSecret('hyi', ctx.workspaceId, ctx.newId())
  const createdAt = ctx.now()
  const invitation = {
    role,
    email: email?.toLowerCase() ?? null,
    created_at: createdAt,
    expires_at: new Date(createdAt.getTime() + validDays * 86_400_000),
  }
  await ctx.write(async (tx) => {
    await tx.db
      .insertInto('invitations')
      .values({
        workspace_id: tx.workspaceId,
        id: made.id,
        ...invitation,
        secret_hash: secretHash(made.secret),
        invited_by: tx.actor.id as string,
        accepted_at: null,
        revoked_at: null,
      })
      .execute()
    tx.record('settings.changed', { what: 'invitations' })
  })
  return {
    invitation: {
      id: made.id,
      role,
      email: invitation.email,
      invitedBy: ctx.actor.name ?? '',
      createdAt: createdAt.toISOString(),
      expiresAt: invitation.expires_at.toISOString(),
    },
    link: `${origin}/console/join/${made.written}`,
  }
}

/** An invitation is withdrawn; its link leads nowhere from now on. */
export async function revokeInvitation(
  ctx: Ctx,
  { invitationId }: InputOf<typeof revokeEndpoint>,
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
