import type { Role } from '../../contract/roles.ts'
import type { Tx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'

export interface NewMember {
  /** Null: a made-up member of a sample, who can never sign in. */
  accountId: string | null
  name: string
  email: string
  role: Role
  joinedAt?: Date
}

/** Someone starts to work here. Throws `already_member` when the account already does. */
export async function addMember(tx: Tx, given: NewMember): Promise<string> {
  const id = tx.newId()
  const added = await tx.db
    .insertInto('members')
    .values({
      workspace_id: tx.workspaceId,
      id,
      account_id: given.accountId ?? `nobody:${id}`,
      name: given.name,
      email: given.email,
      role: given.role,
      active: true,
      joined_at: given.joinedAt ?? tx.now(),
      last_seen_at: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'account_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new Conflict('already_member')
  if (given.accountId !== null)
    await tx.db
      .insertInto('memberships')
      .values({ account_id: given.accountId, workspace_id: tx.workspaceId })
      .execute()
  tx.record('member.joined', { memberId: id })
  return id
}
