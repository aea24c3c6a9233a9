import type { Tx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'

/** Puts members into a team; those already in stay. */
export async function joinTeam(tx: Tx, teamId: string, memberIds: string[]): Promise<void> {
  if (memberIds.length === 0) return
  await tx.db
    .insertInto('team_members')
    .values(
      memberIds.map((memberId) => ({
        workspace_id: tx.workspaceId,
        team_id: teamId,
        member_id: memberId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Throws `member_unknown` when one of them does not work here. */
export async function refuseStrangers(tx: Tx, memberIds: string[]): Promise<void> {
  const wanted = [...new Set(memberIds)]
  if (wanted.length === 0) return
  const rows = await tx.db
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', wanted)
    .execute()
  if (rows.length < wanted.length) throw new Invalid('member_unknown', 'memberIds')
}
