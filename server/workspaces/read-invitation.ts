import type { InputOf } from '../../contract/endpoint.ts'
import type { readInvitation as endpoint } from '../../contract/members.ts'
import type { Role } from '../../contract/roles.ts'
import type { Platform } from '../platform/platform.ts'
import { openInvitation } from './open-invitation.ts'

/** What an invitation link offers; the same answer for one that never was and one that is over. */
export async function readInvitation(
  platform: Platform,
  { token }: InputOf<typeof endpoint>,
): Promise<{ workspaceName: string; role: Role; email: string | null; invitedBy: string }> {
  const { offer } = await openInvitation(platform, token)
  return {
    workspaceName: offer.workspace_name,
    role: offer.role,
    email: offer.email,
    invitedBy: offer.inviter,
  }
}
