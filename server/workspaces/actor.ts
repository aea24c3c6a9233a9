/** Members and API keys as those who act. */
import { permits, type Role } from '../../contract/roles.ts'
import type { Actor } from '../platform/ctx.ts'

export function memberActor(member: { id: string; name: string; role: Role }): Actor {
  return {
    kind: 'member',
    id: member.id,
    name: member.name,
    role: member.role,
    permits: (permission) => permits(member.role, permission),
  }
}

/**
 * What a key may call is decided by its scopes at the door; past it, it acts with what its endpoints
 * need: an agent's permissions.
 */
export function keyActor(key: { id: string; name: string }): Actor {
  return {
    kind: 'key',
    id: key.id,
    name: key.name,
    role: null,
    permits: (permission) => permits('agent', permission),
  }
}
