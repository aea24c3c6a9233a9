import { permits } from '../../contract/roles.ts'
import type { Tx } from '../platform/ctx.ts'
import type { Standing } from './member.ts'

/** Whoever is let out, or may not invite any more, leaves no link behind by which they come back. */
export async function withdrawInvitationsOf(tx: Tx, member: Standing): Promise<void> {
  if (member.active && member.role === 'owner') return
  const mayInvite = member.active && permits(member.role, 'members.manage')
  const withdrawn = await tx.db
    .updateTable('invitations')
    .set({ revoked_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('invited_by', '=', member.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    // Only owners make owners.
    .$if(mayInvite, (open) => open.where('role', '=', 'owner'))
    .returning('id')
    .execute()
  if (withdrawn.length > 0) tx.record('settings.changed', { what: 'invitations' })
}
