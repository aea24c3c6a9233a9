import type { InputOf } from '../../contract/endpoint.ts'
import type { acceptInvitation as endpoint } from '../../contract/members.ts'
import type { Role } from '../../contract/roles.ts'
import type { Tx } from '../platform/ctx.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import type { Http } from '../platform/http/bind.ts'
import type { Platform } from '../platform/platform.ts'
import { accessOf } from './access.ts'
import { openAccount, prepareAccount, provenAccount } from './accounts.ts'
import { addMember } from './add-member.ts'
import { openInvitation } from './open-invitation.ts'

/** Someone joins by a link: with a new account, or with the one they have when the password is right. */
export async function acceptInvitation(
  platform: Platform,
  input: InputOf<typeof endpoint>,
  { request }: Http,
): Promise<{ workspace: string }> {
  const { ctx, offer } = await openInvitation(platform, input.token, input.name)
  const email = input.email.toLowerCase()
  if (offer.email !== null && offer.email !== email)
    throw new Conflict('invitation_for_another', 'email')
  const proven = await provenAccount(platform, {
    email,
    password: input.password,
    address: request.ip,
  })
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
