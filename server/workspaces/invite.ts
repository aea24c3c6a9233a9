import type { InputOf } from '../../contract/endpoint.ts'
import type { invite as endpoint, InvitationView } from '../../contract/members.ts'
import type { Ctx } from '../platform/ctx.ts'
import { mayGive } from './member.ts'
import { newPlacedSecret, secretHash } from './placed-secret.ts'

const validDays = 7

/** Someone is invited by a link, good for a week and for one person; `origin` is where it leads. */
export async function invite(
  ctx: Ctx,
  { role, email }: InputOf<typeof endpoint>,
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
