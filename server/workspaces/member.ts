/** Who may change whom. Pure. */

import type { MemberView } from '../../contract/members.ts'
import type { Role } from '../../contract/roles.ts'
import type { Actor } from '../platform/ctx.ts'
import { Conflict, Forbidden } from '../platform/errors.ts'

export interface Standing {
  id: string
  role: Role
  active: boolean
}

export type MemberAbility = MemberView['can'][number]

/** What the actor may do to a member; `owners` is how many active ones there are. */
export function abilitiesOn(actor: Actor, member: Standing, owners: number): MemberAbility[] {
  if (!actor.permits('members.manage')) return []
  if (member.role === 'owner' && actor.role !== 'owner') return []
  if (!member.active) return ['activate']
  const isLastOwner = member.role === 'owner' && owners <= 1
  if (isLastOwner) return []
  return member.id === actor.id ? ['changeRole'] : ['changeRole', 'deactivate']
}

/** Throws `owner_only`, `last_owner` or Forbidden when the change is not the actor's to make. */
export function mayChange(
  actor: Actor,
  member: Standing,
  change: { role?: Role | undefined; active?: boolean | undefined },
  owners: number,
): void {
  mayGive(actor, change.role)
  if (member.role === 'owner' && actor.role !== 'owner') throw new Forbidden('owner_only')
  const stays = (change.role ?? member.role) === 'owner' && (change.active ?? member.active)
  const isLastOwner = member.role === 'owner' && member.active && owners <= 1
  if (isLastOwner && !stays) throw new Conflict('last_owner')
  // Who locks themself out by a slip of the hand cannot undo it.
  if (member.id === actor.id && change.active === false) throw new Forbidden()
}

/** Only owners make owners. */
export function mayGive(actor: Actor, role: Role | undefined): void {
  if (role === 'owner' && actor.role !== 'owner') throw new Forbidden('owner_only')
}
