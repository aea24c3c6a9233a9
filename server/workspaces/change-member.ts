import type { InputOf } from '../../contract/endpoint.ts'
import type { changeMember as endpoint, MemberView } from '../../contract/members.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import type { Access } from './access.ts'
import { showMember } from './list-members.ts'
import { mayChange } from './member.ts'
import { withdrawInvitationsOf } from './withdraw-invitations.ts'

/** A member gets another role, or is let in or out; out means at once, in every open browser. */
export async function changeMember(
  ctx: Ctx,
  { memberId, role, active }: InputOf<typeof endpoint>,
  access: Access,
): Promise<MemberView> {
  const accountId = await ctx.write(async (tx) => {
    // Locked, so that two owners who demote each other do not leave none.
    const concerned = await tx.db
      .selectFrom('members')
      .select(['id', 'account_id', 'role', 'active'])
      .where('workspace_id', '=', tx.workspaceId)
      .where((eb) =>
        eb.or([
          eb('id', '=', memberId),
          eb.and([eb('role', '=', 'owner'), eb('active', '=', true)]),
        ]),
      )
      .orderBy('id')
      .forUpdate()
      .execute()
    const member = concerned.find(({ id }) => id === memberId)
    if (!member) throw new NotFound()
    const owners = concerned.filter((one) => one.role === 'owner' && one.active).length
    mayChange(tx.actor, member, { role, active }, owners)
    const changed = { role: role ?? member.role, active: active ?? member.active }
    if (changed.role === member.role && changed.active === member.active) return member.account_id
    await tx.db
      .updateTable('members')
      .set(changed)
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', memberId)
      .execute()
    tx.record('member.changed', { memberId })
    await withdrawInvitationsOf(tx, { id: memberId, ...changed })
    return member.account_id
  })
  access.forgetAccount(accountId)
  return showMember(ctx, memberId)
}
