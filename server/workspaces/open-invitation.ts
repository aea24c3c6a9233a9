import { anyone } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { isSecret, parsePlacedSecret } from './placed-secret.ts'

/** The invitation of a link while it can be accepted; NotFound otherwise. `name`: who is asking. */
export async function openInvitation(
  platform: Platform,
  token: string,
  name: string | null = null,
) {
  const given = parsePlacedSecret('hyi', token)
  if (!given) throw new NotFound()
  const ctx = platform.ctx(given.workspaceId, { ...anyone, name })
  const offer = await ctx.db
    .selectFrom('invitations as i')
    .innerJoin('members as m', (on) =>
      on.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.id', '=', 'i.invited_by'),
    )
    .innerJoin('workspaces as w', 'w.id', 'i.workspace_id')
    .select([
      'i.id',
      'i.role',
      'i.email',
      'i.secret_hash',
      'm.name as inviter',
      'w.name as workspace_name',
      'w.slug',
    ])
    .where('i.workspace_id', '=', ctx.workspaceId)
    .where('i.id', '=', given.id)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', ctx.now())
    .executeTakeFirst()
  if (!offer || !isSecret(given.secret, offer.secret_hash)) throw new NotFound()
  return { ctx, offer }
}
