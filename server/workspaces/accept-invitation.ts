import type { InputOf } from '../../contract/endpoint.ts'
import type { Role } from '../../contract/roles.ts'
import type {
  acceptInvitation as acceptEndpoint,
  readInvitation as readEndpoint,
} from '../../contract/workspaces.ts'
import { anyone, type Ctx, type Tx } from '../platform/ctx.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { accessOf } from './access.ts'
import { openAccount, prepareAccount, provenAccount } from './accounts.ts'
import { addMember } from './add-member.ts'
import { isSecret, parsePlacedSecret } from './placed-secret.ts'

/** What an invitation link offers; the same answer for one that never was and one that is over. */
export async function readInvitation(
  platform: Platform,
  { token }: InputOf<typeof readEndpoint>,
): Promise<{ workspaceName: string; role: Role; email: string | null; invitedBy: string }> {
  const { offer } = await openInvitation(platform, token)
  return {
    workspaceName: offer.workspace_name,
    role: offer.role,
    email: offer.email,
    invitedBy: offer.inviter,
  }
}

/** Someone joins by a link: with a new account, or with the one they have when the password is right. */
export async function acceptInvitation(
  platform: Platform,
  input: InputOf<typeof acceptEndpoint>,
): Promise<{ workspace: string }> {
  const { ctx, offer } = await openInvitation(platform, input.token, input.name)
  const email = input.email.toLowerCase()
  if (offer.email !== null && offer.email !== email)
    throw new Conflict('invitation_for_another', 'email')
  const proven = await provenAccount(platform, email, input.password)
  const prepared = proven ? null : await prepareAccount(input)
  const accountId = await ctx.write(async (tx) => {
    await useUp(tx, offer.id)
    const account = prepared ? await openAccount(tx, prepared) : (proven?.id as string)
    await join(tx, account, { name: input.name, email, role: offer.role })
    return account
  })
  accessOf(platform).forgetAccount(accountId)
  return { workspace: offer.slug }
}

/** Once only, whoever comes first. */
async function useUp(tx: Tx, invitationId: string): Promise<void> {
  const row = await tx.db
    .updateTable('invitations')
    .set({ accepted_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new NotFound()
}

/** Who was let out before comes back in the role of the invitation. */
async function join(
  tx: Tx,
  accountId: string,
  given: { name: string; email: string; role: Role },
): Promise<void> {
  const before = await tx.db
    .selectFrom('members')
    .select(['id', 'active'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (before?.active) throw new Conflict('already_member')
  if (!before) {
    await addMember(tx, { accountId, ...given })
    return
  }
  await tx.db
    .updateTable('members')
    .set({ active: true, role: given.role, name: given.name })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', before.id)
    .execute()
  tx.record('member.joined', { memberId: before.id })
}

async function openInvitation(platform: Platform, token: string, name: string | null = null) {
  const given = parsePlacedSecret('hyi', token)
  if (!given) throw new NotFound()
  const ctx: Ctx = platform.ctx(given.workspaceId, { ...anyone, name })
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
